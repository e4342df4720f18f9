package io.kindred.models.cf.logisticmf;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class LogisticMfContractTest extends ModelProviderContract<LogisticMfParameters> {
    @Override
    protected ModelProvider<LogisticMfParameters> provider() {
        return new LogisticMfProvider();
    }

    @Override
    protected LogisticMfParameters fastParameters() {
        return new LogisticMfParameters(8, 60, 0.3, 0.1, 5, false);
    }
}
