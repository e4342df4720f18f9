package io.kindred.models.cf.vsknn;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.scorer.PositionWeighting;
import io.kindred.core.scorer.SessionNeighbourhood;
import io.kindred.core.tck.ModelProviderContract;

final class VsKnnContractTest extends ModelProviderContract<VsKnnParameters> {
    @Override
    protected ModelProvider<VsKnnParameters> provider() {
        return new VsKnnProvider();
    }

    @Override
    protected VsKnnParameters fastParameters() {
        return new VsKnnParameters(
                20,
                100,
                20,
                SessionNeighbourhood.Similarity.COSINE,
                PositionWeighting.DIVISION,
                PositionWeighting.LOGARITHMIC,
                1);
    }
}
