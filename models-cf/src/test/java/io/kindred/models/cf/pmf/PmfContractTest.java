package io.kindred.models.cf.pmf;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class PmfContractTest extends ModelProviderContract<PmfParameters> {
    @Override
    protected ModelProvider<PmfParameters> provider() {
        return new PmfProvider();
    }

    @Override
    protected PmfParameters fastParameters() {
        return new PmfParameters(8, 20, 0.02, 0.02, 0.1);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard has no ratings");
    }
}
