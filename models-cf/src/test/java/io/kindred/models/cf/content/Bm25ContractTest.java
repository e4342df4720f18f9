package io.kindred.models.cf.content;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class Bm25ContractTest extends ModelProviderContract<Bm25Parameters> {
    @Override
    protected ModelProvider<Bm25Parameters> provider() {
        return new Bm25Provider();
    }

    @Override
    protected Bm25Parameters fastParameters() {
        return provider().defaults();
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard's items have no text");
    }
}
