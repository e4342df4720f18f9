package io.kindred.models.cf.bandit;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class ThompsonContractTest extends ModelProviderContract<ThompsonParameters> {
    @Override
    protected ModelProvider<ThompsonParameters> provider() {
        return new ThompsonProvider();
    }

    @Override
    protected ThompsonParameters fastParameters() {
        return new ThompsonParameters(1, 1, 20, 0.05, RewardSource.IMPLICIT);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none(
                "bandits without a context rank alike for everybody, so a checkerboard says nothing about them");
    }
}
