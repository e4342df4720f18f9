package io.kindred.models.cf.puresvd;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class PureSvdContractTest extends ModelProviderContract<PureSvdParameters> {
    @Override
    protected ModelProvider<PureSvdParameters> provider() {
        return new PureSvdProvider();
    }

    @Override
    protected PureSvdParameters fastParameters() {
        return new PureSvdParameters(2, 10);
    }
}
