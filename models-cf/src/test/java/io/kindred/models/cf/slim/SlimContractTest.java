package io.kindred.models.cf.slim;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class SlimContractTest extends ModelProviderContract<SlimParameters> {
    @Override
    protected ModelProvider<SlimParameters> provider() {
        return new SlimProvider();
    }

    @Override
    protected SlimParameters fastParameters() {
        return new SlimParameters(0.1, 1, true, 100, 100, false);
    }
}
