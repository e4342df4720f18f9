package io.kindred.models.cf.fm;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class FmBprContractTest extends ModelProviderContract<FmParameters> {
    @Override
    protected ModelProvider<FmParameters> provider() {
        return new FmProvider();
    }

    @Override
    protected FmParameters fastParameters() {
        return new FmParameters(8, 60, 0.1, 0.001, Solver.BPR, 0.1, true, 2, false);
    }
}
