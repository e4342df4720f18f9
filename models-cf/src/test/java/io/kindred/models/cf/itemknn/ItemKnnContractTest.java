package io.kindred.models.cf.itemknn;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.tck.ModelProviderContract;

final class ItemKnnContractTest extends ModelProviderContract<ItemKnnParameters> {
    @Override
    protected ModelProvider<ItemKnnParameters> provider() {
        return new ItemKnnProvider();
    }

    @Override
    protected ItemKnnParameters fastParameters() {
        return new ItemKnnParameters(20, 5, Similarity.COSINE);
    }
}
