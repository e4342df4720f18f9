package io.kindred.models.cf.coclustering;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class CoClusteringContractTest extends ModelProviderContract<CoClusteringParameters> {
    @Override
    protected ModelProvider<CoClusteringParameters> provider() {
        return new CoClusteringProvider();
    }

    @Override
    protected CoClusteringParameters fastParameters() {
        return new CoClusteringParameters(2, 3, 5);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("the checkerboard has no ratings");
    }
}
