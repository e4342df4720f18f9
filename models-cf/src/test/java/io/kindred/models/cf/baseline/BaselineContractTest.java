package io.kindred.models.cf.baseline;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class BaselineContractTest extends ModelProviderContract<BaselineParameters> {
    @Override
    protected ModelProvider<BaselineParameters> provider() {
        return new BaselineProvider();
    }

    @Override
    protected BaselineParameters fastParameters() {
        return new BaselineParameters(BaselineMethod.SGD, 3, 5, 5, 0.01, 0.02);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard has no ratings");
    }
}
