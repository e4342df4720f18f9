package io.kindred.models.cf.als;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class AlsContractTest extends ModelProviderContract<AlsParameters> {
    @Override
    protected ModelProvider<AlsParameters> provider() {
        return new AlsProvider();
    }

    @Override
    protected AlsParameters fastParameters() {
        return new AlsParameters(8, 4, 0.01, 1, 0.1, 1, false, AlsSolver.AUTO, 3, 64);
    }
}
