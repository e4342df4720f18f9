package io.kindred.models.cf.rp3beta;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class Rp3BetaContractTest extends ModelProviderContract<Rp3BetaParameters> {
    @Override
    protected ModelProvider<Rp3BetaParameters> provider() {
        return new Rp3BetaProvider();
    }

    @Override
    protected Rp3BetaParameters fastParameters() {
        return new Rp3BetaParameters(1, 0.6, 20, false);
    }
}
