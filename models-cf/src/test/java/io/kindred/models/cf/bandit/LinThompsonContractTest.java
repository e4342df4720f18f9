package io.kindred.models.cf.bandit;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class LinThompsonContractTest extends ModelProviderContract<LinThompsonParameters> {
    @Override
    protected ModelProvider<LinThompsonParameters> provider() {
        return new LinThompsonProvider();
    }

    @Override
    protected LinThompsonParameters fastParameters() {
        return new LinThompsonParameters(0.5, 20, 0.05, 1, 1, RewardSource.IMPLICIT);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none(
                "the checkerboard has no features of users, and without any the model ranks alike for everybody");
    }
}
