package io.kindred.models.deep.mf;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Two embedding tables and the products of their rows. Input: users (B) and items (B x C), both int64. Output: scores (B x C)
 * and the squared length of all vectors looked up (a scalar). Embeddings are looked up with PyTorch's embedding operator,
 * whose gradient, unlike that of indexing, is the same at any number of threads.
 */
final class DotProductBlock extends AbstractBlock {
    private final Parameter users;
    private final Parameter items;

    /**
     * @param userVectors users x d, row-major, the first values
     * @param itemVectors items x d
     * @param factors d
     */
    DotProductBlock(float[] userVectors, float[] itemVectors, int factors) {
        users = addParameter(table("users", userVectors, factors));
        items = addParameter(table("items", itemVectors, factors));
    }

    private static Parameter table(String name, float[] vectors, int factors) {
        return Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(vectors.length / factors, factors))
                .optInitializer((manager, shape, type) -> manager.create(vectors, shape))
                .build();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> arguments) {
        NDArray user = lookUp(store, users, inputs.get(0), training).expandDims(1);
        NDArray item = lookUp(store, items, inputs.get(1), training);
        NDArray scores = user.mul(item).sum(new int[] {2});
        NDArray length = user.square().sum().add(item.square().sum());
        return new NDList(scores, length);
    }

    private static NDArray lookUp(ParameterStore store, Parameter table, NDArray ids, boolean training) {
        NDArray weight = store.getValue(table, ids.getDevice(), training);
        return Embedding.embedding(ids, weight, SparseFormat.DENSE).singletonOrThrow();
    }

    /** The user table as it is now. */
    float[] userVectors() {
        return users.getArray().toFloatArray();
    }

    /** The item table as it is now. */
    float[] itemVectors() {
        return items.getArray().toFloatArray();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {inputShapes[1], new Shape()};
    }
}
