package io.kindred.models.cf.hybridmf;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class HybridMfContractTest extends ModelProviderContract<HybridMfParameters> {
    @Override
    protected ModelProvider<HybridMfParameters> provider() {
        return new HybridMfProvider();
    }

    @Override
    protected HybridMfParameters fastParameters() {
        return new HybridMfParameters(8, 30, 0.05, 0, 0, Loss.WARP, 20, 5, 5, 10, true, true, 2, false);
    }
}
