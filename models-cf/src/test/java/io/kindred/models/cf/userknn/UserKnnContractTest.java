package io.kindred.models.cf.userknn;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class UserKnnContractTest extends ModelProviderContract<UserKnnParameters> {
    @Override
    protected ModelProvider<UserKnnParameters> provider() {
        return new UserKnnProvider();
    }

    @Override
    protected UserKnnParameters fastParameters() {
        return new UserKnnProvider().defaults();
    }
}
