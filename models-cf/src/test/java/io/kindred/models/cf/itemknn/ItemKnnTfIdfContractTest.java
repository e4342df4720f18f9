package io.kindred.models.cf.itemknn;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.tck.ModelProviderContract;
import java.util.Map;

final class ItemKnnTfIdfContractTest extends ModelProviderContract<ItemKnnParameters> {
    @Override
    protected ModelProvider<ItemKnnParameters> provider() {
        return new ItemKnnProvider();
    }

    @Override
    protected ItemKnnParameters fastParameters() {
        return ParameterSchema.of(new ItemKnnProvider())
                .fromMap(Map.of(
                        "weighting", "tf-idf", "similarity", "asymmetric-cosine", "alpha", 0.3, "neighbours", 20));
    }
}
