package io.kindred.models.cf.ensemble;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

/** The other way of fusing. */
class RankFusionContractTest extends ModelProviderContract<EnsembleParameters> {
    @Override
    protected ModelProvider<EnsembleParameters> provider() {
        return new EnsembleProvider();
    }

    @Override
    protected EnsembleParameters fastParameters() {
        return new EnsembleParameters(
                "ease, item-knn(neighbours=10)", Method.RECIPROCAL_RANK, "2, 1", Normalization.NONE, 60, 0.1);
    }
}
