package io.kindred.models.deep.engine;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How parameters move against their gradient. One rule for everything: dense parameters are one long run of numbers, and of an
 * embedding table only the rows of the batch are moved ("lazy": the state of other rows stays as it is, and bias is corrected
 * by the number of all steps). Numbers are floats in native memory and native order. Immutable and thread-safe; two runs of
 * numbers that do not overlap may be moved at the same time.
 */
public sealed interface Optimizer {
    /** Numbers of state to each parameter. */
    int slots();

    /** What the state is before the first step. */
    default float initialState() {
        return 0;
    }

    /**
     * Moves a run of parameters.
     *
     * @param run where they, their gradient and their state are
     * @param rate the step size, above 0
     * @param step how many steps the whole model has made, this one included
     */
    void move(Run run, float rate, long step);

    /**
     * Parameters next to each other.
     *
     * @param weights the parameters, from {@code offset}
     * @param state one segment a slot, from {@code offset}
     * @param offset in bytes
     * @param gradient from {@code gradientOffset}
     * @param gradientOffset in bytes
     * @param scale what the gradient is multiplied by
     * @param length how many parameters
     */
    record Run(
            MemorySegment weights,
            MemorySegment[] state,
            long offset,
            MemorySegment gradient,
            long gradientOffset,
            float scale,
            int length) {
        private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
        private static final ByteOrder ORDER = ByteOrder.nativeOrder();

        private FloatVector weights(int at) {
            return load(weights, offset, at);
        }

        private FloatVector state(int slot, int at) {
            return load(state[slot], offset, at);
        }

        private FloatVector gradient(int at) {
            return load(gradient, gradientOffset, at).mul(scale);
        }

        private void weights(int at, FloatVector values) {
            store(weights, at, values);
        }

        private void state(int slot, int at, FloatVector values) {
            store(state[slot], at, values);
        }

        // A masked last vector computes each number as a full one does, so that nothing depends on where a run ends.
        private FloatVector load(MemorySegment from, long base, int at) {
            long position = base + (long) at * Float.BYTES;
            return at + LANES.length() <= length
                    ? FloatVector.fromMemorySegment(LANES, from, position, ORDER)
                    : FloatVector.fromMemorySegment(LANES, from, position, ORDER, LANES.indexInRange(at, length));
        }

        private void store(MemorySegment to, int at, FloatVector values) {
            long position = offset + (long) at * Float.BYTES;
            if (at + LANES.length() <= length) {
                values.intoMemorySegment(to, position, ORDER);
            } else {
                values.intoMemorySegment(to, position, ORDER, LANES.indexInRange(at, length));
            }
        }
    }

    /**
     * Gradient descent, with momentum where it is above 0 (Polyak, Some methods of speeding up the convergence of iteration
     * methods, 1964).
     *
     * @param momentum share of the last move that is made again, from 0 to below 1
     */
    record Sgd(float momentum) implements Optimizer {
        public Sgd {
            require("momentum", momentum, 0, 1);
        }

        @Override
        public int slots() {
            return momentum == 0 ? 0 : 1;
        }

        @Override
        public void move(Run run, float rate, long step) {
            for (int at = 0; at < run.length; at += Run.LANES.length()) {
                FloatVector direction = run.gradient(at);
                if (momentum > 0) {
                    direction = run.state(0, at).mul(momentum).add(direction);
                    run.state(0, at, direction);
                }
                run.weights(at, run.weights(at).sub(direction.mul(rate)));
            }
        }
    }

    /**
     * Adam (Kingma and Ba, Adam: A Method for Stochastic Optimization, 2015); with a weight decay above 0 AdamW (Loshchilov and
     * Hutter, Decoupled Weight Decay Regularization, 2019).
     *
     * @param beta1 memory of the mean gradient, from 0 to below 1
     * @param beta2 memory of the squared gradient, from 0 to below 1
     * @param epsilon above 0
     * @param weightDecay share of a parameter that a step of size 1 takes away, at least 0
     */
    record Adam(float beta1, float beta2, float epsilon, float weightDecay) implements Optimizer {
        /** The paper's constants. */
        public static final Adam DEFAULT = new Adam(0.9f, 0.999f, 1e-8f, 0f);

        public Adam {
            require("beta1", beta1, 0, 1);
            require("beta2", beta2, 0, 1);
            require("epsilon", epsilon, Float.MIN_VALUE, Float.MAX_VALUE);
            require("weightDecay", weightDecay, 0, Float.MAX_VALUE);
        }

        /** With decoupled weight decay. */
        public Adam withWeightDecay(float decay) {
            return new Adam(beta1, beta2, epsilon, decay);
        }

        @Override
        public int slots() {
            return 2;
        }

        @Override
        public void move(Run run, float rate, long step) {
            float size = (float) (rate / (1 - Math.pow(beta1, (double) step)));
            float root = (float) (1 / Math.sqrt(1 - Math.pow(beta2, (double) step)));
            float kept = 1 - rate * weightDecay;
            for (int at = 0; at < run.length; at += Run.LANES.length()) {
                FloatVector gradient = run.gradient(at);
                FloatVector mean = run.state(0, at).mul(beta1).add(gradient.mul(1 - beta1));
                FloatVector square =
                        run.state(1, at).mul(beta2).add(gradient.mul(gradient).mul(1 - beta2));
                run.state(0, at, mean);
                run.state(1, at, square);
                FloatVector move = mean.mul(size).div(square.sqrt().mul(root).add(epsilon));
                run.weights(at, run.weights(at).mul(kept).sub(move));
            }
        }
    }

    /**
     * Adagrad (Duchi, Hazan, Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, 2011).
     *
     * @param epsilon above 0
     * @param initial sum of squared gradients before the first step, at least 0
     */
    record Adagrad(float epsilon, float initial) implements Optimizer {
        /** As in PyTorch. */
        public static final Adagrad DEFAULT = new Adagrad(1e-10f, 0f);

        public Adagrad {
            require("epsilon", epsilon, Float.MIN_VALUE, Float.MAX_VALUE);
            require("initial", initial, 0, Float.MAX_VALUE);
        }

        @Override
        public int slots() {
            return 1;
        }

        @Override
        public float initialState() {
            return initial;
        }

        @Override
        public void move(Run run, float rate, long step) {
            for (int at = 0; at < run.length; at += Run.LANES.length()) {
                FloatVector gradient = run.gradient(at);
                FloatVector sum = run.state(0, at).add(gradient.mul(gradient));
                run.state(0, at, sum);
                FloatVector move = gradient.mul(rate).div(sum.sqrt().add(epsilon));
                run.weights(at, run.weights(at).sub(move));
            }
        }
    }

    private static void require(String name, float value, float least, float below) {
        if (!(value >= least && value < below)) {
            throw new IllegalArgumentException(
                    name + " is " + value + " but must be at least " + least + " and below " + below);
        }
    }
}
