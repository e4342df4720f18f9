package io.kindred.models.cf.itemknn;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;
import java.util.Map;

final class ItemKnnMeansContractTest extends ModelProviderContract<ItemKnnParameters> {
    @Override
    protected ModelProvider<ItemKnnParameters> provider() {
        return new ItemKnnProvider();
    }

    @Override
    protected ItemKnnParameters fastParameters() {
        return ParameterSchema.of(new ItemKnnProvider())
                .fromMap(Map.of("ratings", "with-means", "similarity", "pearson", "shrink", 0, "neighbours", 40));
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("predicts ratings, and the checkerboard has none");
    }
}
