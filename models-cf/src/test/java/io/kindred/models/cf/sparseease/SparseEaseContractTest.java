package io.kindred.models.cf.sparseease;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class SparseEaseContractTest extends ModelProviderContract<SparseEaseParameters> {
    @Override
    protected ModelProvider<SparseEaseParameters> provider() {
        return new SparseEaseProvider();
    }

    @Override
    protected SparseEaseParameters fastParameters() {
        return new SparseEaseParameters(5, 20, false);
    }
}
