package io.kindred.models.cf.warp;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class WarpContractTest extends ModelProviderContract<WarpParameters> {
    @Override
    protected ModelProvider<WarpParameters> provider() {
        return new WarpProvider();
    }

    @Override
    protected WarpParameters fastParameters() {
        return new WarpParameters(8, 100, 0.02, 1, 30, false);
    }
}
