package io.kindred.models.cf.bpr;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class BprContractTest extends ModelProviderContract<BprParameters> {
    @Override
    protected ModelProvider<BprParameters> provider() {
        return new BprProvider();
    }

    @Override
    protected BprParameters fastParameters() {
        return new BprParameters(8, 200, 0.1, 0.001, false);
    }
}
