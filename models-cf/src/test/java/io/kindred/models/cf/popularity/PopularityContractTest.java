package io.kindred.models.cf.popularity;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class PopularityContractTest extends ModelProviderContract<PopularityParameters> {
    @Override
    protected ModelProvider<PopularityParameters> provider() {
        return new PopularityProvider();
    }

    @Override
    protected PopularityParameters fastParameters() {
        return new PopularityParameters(30);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("popularity is the same for everybody, so a checkerboard says nothing about it");
    }
}
