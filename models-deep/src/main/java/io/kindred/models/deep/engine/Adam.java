package io.kindred.models.deep.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The optimiser Adam over all parameters of a block (Kingma and Ba, Adam: A Method for Stochastic Optimization, 2015), with the
 * paper's constants. Its state belongs to the given manager and is freed with it, which DJL's own optimiser cannot do. One
 * caller at a time.
 */
public final class Adam {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final float NO_CLIPPING = -1f;

    private final float learningRate;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> variances = new ArrayList<>();
    private int steps;

    /**
     * @param block initialised; its parameters get gradients
     * @param manager of the training run
     * @param learningRate above 0
     */
    public Adam(Block block, NDManager manager, float learningRate) {
        this.learningRate = learningRate;
        for (Parameter parameter : block.getParameters().values()) {
            NDArray weight = parameter.getArray();
            weight.setRequiresGradient(true);
            weights.add(weight);
            means.add(manager.zeros(weight.getShape()));
            variances.add(manager.zeros(weight.getShape()));
        }
    }

    /** Moves each parameter against its gradient, and sets the gradient to zero. */
    public void step() {
        steps++;
        double correction = Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
        for (int i = 0; i < weights.size(); i++) {
            NDArray weight = weights.get(i);
            try (NDArray gradient = weight.getGradient()) {
                weight.getNDArrayInternal()
                        .adamUpdate(
                                new NDList(weight, gradient, means.get(i), variances.get(i)),
                                new NDList(weight),
                                learningRate,
                                (float) (learningRate * correction),
                                0f,
                                1f,
                                NO_CLIPPING,
                                BETA1,
                                BETA2,
                                EPSILON,
                                false,
                                false);
                gradient.subi(gradient);
            }
        }
    }
}
