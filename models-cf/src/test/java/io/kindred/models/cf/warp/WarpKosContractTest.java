package io.kindred.models.cf.warp;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class WarpKosContractTest extends ModelProviderContract<WarpKosParameters> {
    @Override
    protected ModelProvider<WarpKosParameters> provider() {
        return new WarpKosProvider();
    }

    @Override
    protected WarpKosParameters fastParameters() {
        return new WarpKosParameters(8, 100, 0.02, 1, 30, 5, 5, false);
    }
}
