package io.kindred.models.cf.eals;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class EalsContractTest extends ModelProviderContract<EalsParameters> {
    @Override
    protected ModelProvider<EalsParameters> provider() {
        return new EalsProvider();
    }

    @Override
    protected EalsParameters fastParameters() {
        return new EalsParameters(8, 12, 0.01, 0.1, 0.5, 1, false);
    }
}
