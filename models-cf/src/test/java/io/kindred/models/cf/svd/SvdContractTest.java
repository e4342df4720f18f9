package io.kindred.models.cf.svd;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class SvdContractTest extends ModelProviderContract<SvdParameters> {
    @Override
    protected ModelProvider<SvdParameters> provider() {
        return new SvdProvider();
    }

    @Override
    protected SvdParameters fastParameters() {
        return new SvdParameters(8, 20, 0.02, 0.02, 0.1);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard has no ratings");
    }
}
