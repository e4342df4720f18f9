package io.kindred.models.cf.nmf;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class NmfContractTest extends ModelProviderContract<NmfParameters> {
    @Override
    protected ModelProvider<NmfParameters> provider() {
        return new NmfProvider();
    }

    @Override
    protected NmfParameters fastParameters() {
        return new NmfParameters(8, 20, 0.06, true, 1);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard has no ratings");
    }
}
