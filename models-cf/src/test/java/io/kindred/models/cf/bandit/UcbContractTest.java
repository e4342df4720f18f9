package io.kindred.models.cf.bandit;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class UcbContractTest extends ModelProviderContract<UcbParameters> {
    @Override
    protected ModelProvider<UcbParameters> provider() {
        return new UcbProvider();
    }

    @Override
    protected UcbParameters fastParameters() {
        return new UcbParameters(1, 0.1, 1, 1, RewardSource.IMPLICIT);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none(
                "bandits without a context rank alike for everybody, so a checkerboard says nothing about them");
    }
}
