package io.kindred.models.deep.sasrec;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class SasRecContractTest extends ModelProviderContract<SasRecParameters> {
    @Override
    protected ModelProvider<SasRecParameters> provider() {
        return new SasRecProvider();
    }

    @Override
    protected SasRecParameters fastParameters() {
        return new SasRecParameters(8, 1, 1, 20, 2, 0, 30, 0.01, 0, 64, SasRecParameters.Loss.CROSS_ENTROPY, 8);
    }
}
