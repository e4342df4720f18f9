package io.kindred.models.cf.ease;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class EaseContractTest extends ModelProviderContract<EaseParameters> {
    @Override
    protected ModelProvider<EaseParameters> provider() {
        return new EaseProvider();
    }

    @Override
    protected EaseParameters fastParameters() {
        return new EaseParameters(5, 0, false);
    }
}
