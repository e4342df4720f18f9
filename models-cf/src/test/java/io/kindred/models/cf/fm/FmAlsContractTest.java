package io.kindred.models.cf.fm;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class FmAlsContractTest extends ModelProviderContract<FmParameters> {
    @Override
    protected ModelProvider<FmParameters> provider() {
        return new FmProvider();
    }

    @Override
    protected FmParameters fastParameters() {
        return new FmParameters(8, 5, 0.1, 0.1, Solver.ALS, 0.1, true, 2, false);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard has no ratings");
    }
}
