package io.kindred.models.cf.admmslim;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class AdmmSlimContractTest extends ModelProviderContract<AdmmSlimParameters> {
    @Override
    protected ModelProvider<AdmmSlimParameters> provider() {
        return new AdmmSlimProvider();
    }

    @Override
    protected AdmmSlimParameters fastParameters() {
        return new AdmmSlimParameters(0.1, 1, true, true, 5, 20, false);
    }
}
