package io.kindred.models.cf.fpmc;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class FpmcContractTest extends ModelProviderContract<FpmcParameters> {
    @Override
    protected ModelProvider<FpmcParameters> provider() {
        return new FpmcProvider();
    }

    @Override
    protected FpmcParameters fastParameters() {
        return new FpmcParameters(8, 200, 0.1, 0.001, false);
    }
}
