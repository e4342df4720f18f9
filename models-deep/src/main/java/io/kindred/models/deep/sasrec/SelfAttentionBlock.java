package io.kindred.models.deep.sasrec;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Layers of masked self-attention and feed-forward networks, each with its norm before it. Input: vectors (B x L x d) without
 * positions, and what is added to the scores of query and key (B or 1 x 1 x L x L). Output: B x L x d.
 */
final class SelfAttentionBlock extends AbstractBlock {
    private static final float EPSILON = 1e-5f;

    private final int columns;
    private final int heads;
    private final Parameter positions;
    private final List<Layer> layers = new ArrayList<>();
    private final Parameter gamma;
    private final Parameter beta;
    private UnaryOperator<NDArray> dropout = UnaryOperator.identity();

    /** The parameters of a layer; weights are outputs x inputs. */
    private record Layer(
            Parameter gamma1,
            Parameter beta1,
            Parameter mix,
            Parameter mixBias,
            Parameter out,
            Parameter outBias,
            Parameter gamma2,
            Parameter beta2,
            Parameter widen,
            Parameter widenBias,
            Parameter narrow,
            Parameter narrowBias) {}

    SelfAttentionBlock(int length, int columns, int heads, int layerCount, int inner) {
        this.columns = columns;
        this.heads = heads;
        positions = parameter("positions", Parameter.Type.WEIGHT, length, columns);
        for (int l = 0; l < layerCount; l++) {
            layers.add(new Layer(
                    parameter("gamma1_" + l, Parameter.Type.GAMMA, columns),
                    parameter("beta1_" + l, Parameter.Type.BETA, columns),
                    parameter("mix_" + l, Parameter.Type.WEIGHT, 3L * columns, columns),
                    parameter("mixBias_" + l, Parameter.Type.BIAS, 3L * columns),
                    parameter("out_" + l, Parameter.Type.WEIGHT, columns, columns),
                    parameter("outBias_" + l, Parameter.Type.BIAS, columns),
                    parameter("gamma2_" + l, Parameter.Type.GAMMA, columns),
                    parameter("beta2_" + l, Parameter.Type.BETA, columns),
                    parameter("widen_" + l, Parameter.Type.WEIGHT, inner, columns),
                    parameter("widenBias_" + l, Parameter.Type.BIAS, inner),
                    parameter("narrow_" + l, Parameter.Type.WEIGHT, columns, inner),
                    parameter("narrowBias_" + l, Parameter.Type.BIAS, columns)));
        }
        gamma = parameter("gamma", Parameter.Type.GAMMA, columns);
        beta = parameter("beta", Parameter.Type.BETA, columns);
    }

    private Parameter parameter(String name, Parameter.Type type, long... shape) {
        return addParameter(Parameter.builder()
                .setName(name)
                .setType(type)
                .optShape(new Shape(shape))
                .build());
    }

    /** What the next forward pass sends vectors and attention through when training. */
    void dropout(UnaryOperator<NDArray> next) {
        dropout = next;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> arguments) {
        NDArray vectors = inputs.get(0);
        NDArray mask = inputs.get(1);
        long length = vectors.getShape().get(1);
        NDArray places = value(store, positions, vectors, training);
        long most = places.getShape().get(0);
        NDArray x = dropout.apply(vectors.add(places.get((most - length) + ":" + most + ", :")));
        for (Layer layer : layers) {
            NDArray normed = norm(store, layer.gamma1(), layer.beta1(), x, training);
            x = x.add(dropout.apply(attend(store, layer, normed, mask, training)));
            normed = norm(store, layer.gamma2(), layer.beta2(), x, training);
            NDArray wide =
                    dropout.apply(Activation.gelu(linear(store, layer.widen(), layer.widenBias(), normed, training)));
            x = x.add(dropout.apply(linear(store, layer.narrow(), layer.narrowBias(), wide, training)));
        }
        return new NDList(norm(store, gamma, beta, x, training));
    }

    private NDArray attend(ParameterStore store, Layer layer, NDArray x, NDArray mask, boolean training) {
        long batch = x.getShape().get(0);
        long length = x.getShape().get(1);
        long size = columns / heads;
        NDArray mixed = linear(store, layer.mix(), layer.mixBias(), x, training)
                .reshape(batch, length, 3, heads, size)
                .transpose(2, 0, 3, 1, 4);
        // A constant that backward needs must live as long as the step: one that DJL makes of a number is freed at
        // once.
        NDArray scale = x.getManager().create((float) (1 / Math.sqrt((double) size)));
        NDArray query = mixed.get(0).mul(scale);
        NDArray key = mixed.get(1);
        NDArray content = mixed.get(2);
        NDArray shares = query.matMul(key.transpose(0, 1, 3, 2)).add(mask).softmax(3);
        NDArray joined =
                dropout.apply(shares).matMul(content).transpose(0, 2, 1, 3).reshape(batch, length, columns);
        return linear(store, layer.out(), layer.outBias(), joined, training);
    }

    private NDArray linear(ParameterStore store, Parameter weight, Parameter bias, NDArray x, boolean training) {
        return Linear.linear(x, value(store, weight, x, training), value(store, bias, x, training))
                .singletonOrThrow();
    }

    private NDArray norm(ParameterStore store, Parameter scale, Parameter shift, NDArray x, boolean training) {
        return LayerNorm.layerNorm(
                        x,
                        new Shape(columns),
                        value(store, scale, x, training),
                        value(store, shift, x, training),
                        EPSILON)
                .singletonOrThrow();
    }

    private static NDArray value(ParameterStore store, Parameter parameter, NDArray x, boolean training) {
        return store.getValue(parameter, x.getDevice(), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {inputShapes[0]};
    }
}
