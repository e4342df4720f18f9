package io.kindred.models.cf.svdpp;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class SvdppContractTest extends ModelProviderContract<SvdppParameters> {
    @Override
    protected ModelProvider<SvdppParameters> provider() {
        return new SvdppProvider();
    }

    @Override
    protected SvdppParameters fastParameters() {
        return new SvdppParameters(8, 20, 0.02, 0.02, 0.1);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard has no ratings");
    }
}
