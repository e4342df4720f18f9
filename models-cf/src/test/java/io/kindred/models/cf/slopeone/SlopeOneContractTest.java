package io.kindred.models.cf.slopeone;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class SlopeOneContractTest extends ModelProviderContract<SlopeOneParameters> {
    @Override
    protected ModelProvider<SlopeOneParameters> provider() {
        return new SlopeOneProvider();
    }

    @Override
    protected SlopeOneParameters fastParameters() {
        return new SlopeOneParameters(2);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard has no ratings");
    }
}
