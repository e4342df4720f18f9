package io.kindred.models.cf.tifuknn;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class TifuKnnContractTest extends ModelProviderContract<TifuKnnParameters> {
    @Override
    protected ModelProvider<TifuKnnParameters> provider() {
        return new TifuKnnProvider();
    }

    @Override
    protected TifuKnnParameters fastParameters() {
        return new TifuKnnParameters(15, 3, 0.9, 0.8, 0.5, false);
    }
}
