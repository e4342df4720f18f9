package io.kindred.models.cf.markov;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class MarkovContractTest extends ModelProviderContract<MarkovParameters> {
    @Override
    protected ModelProvider<MarkovParameters> provider() {
        return new MarkovProvider();
    }

    /** The order of the checkerboard's histories says nothing, so everything that comes later counts the same. */
    @Override
    protected MarkovParameters fastParameters() {
        return new MarkovParameters(1000, 1, 0, 100, 1000, 1, false);
    }
}
