package io.kindred.models.cf.rp3beta;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class P3AlphaContractTest extends ModelProviderContract<P3AlphaParameters> {
    @Override
    protected ModelProvider<P3AlphaParameters> provider() {
        return new P3AlphaProvider();
    }

    @Override
    protected P3AlphaParameters fastParameters() {
        return new P3AlphaParameters(1, 20, false);
    }
}
