package io.kindred.models.cf.ensemble;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

class EnsembleContractTest extends ModelProviderContract<EnsembleParameters> {
    @Override
    protected ModelProvider<EnsembleParameters> provider() {
        return new EnsembleProvider();
    }

    @Override
    protected EnsembleParameters fastParameters() {
        return new EnsembleParameters(
                "als(factors=8, epochs=5), item-knn(neighbours=10), popularity",
                Method.STACKED,
                "",
                Normalization.Z_SCORE,
                60,
                0.2);
    }
}
