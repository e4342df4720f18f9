package io.kindred.models.deep.mf;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class MfContractTest extends ModelProviderContract<MfParameters> {
    @Override
    protected ModelProvider<MfParameters> provider() {
        return new MfProvider();
    }

    @Override
    protected MfParameters fastParameters() {
        return new MfParameters(4, 40, 0.05, 0.01, 256, 2);
    }
}
