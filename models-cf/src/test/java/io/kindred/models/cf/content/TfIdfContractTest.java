package io.kindred.models.cf.content;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class TfIdfContractTest extends ModelProviderContract<TfIdfParameters> {
    @Override
    protected ModelProvider<TfIdfParameters> provider() {
        return new TfIdfProvider();
    }

    @Override
    protected TfIdfParameters fastParameters() {
        return provider().defaults();
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard's items have no text");
    }
}
