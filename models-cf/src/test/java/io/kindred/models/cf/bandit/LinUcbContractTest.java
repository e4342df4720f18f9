package io.kindred.models.cf.bandit;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class LinUcbContractTest extends ModelProviderContract<LinUcbParameters> {
    @Override
    protected ModelProvider<LinUcbParameters> provider() {
        return new LinUcbProvider();
    }

    @Override
    protected LinUcbParameters fastParameters() {
        return new LinUcbParameters(0.5, 0.1, 1, 1, RewardSource.IMPLICIT);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none(
                "the checkerboard has no features of users, and without any the model ranks alike for everybody");
    }
}
