package io.kindred.core.encoder;

import io.kindred.core.math.FloatMatrix;
import java.util.Arrays;

/**
 * Self-attention over a sequence, each layer with its norm before it, as in SASRec (Kang and McAuley, Self-Attentive Sequential
 * Recommendation, 2018): learnt positions counted from the end, multi-head attention that does not look ahead, feed-forward
 * networks with GELU, a last norm. Of the last layer only the last position is computed. Immutable and thread-safe.
 */
public final class SelfAttentionEncoder implements SequenceEncoder {
    private final Shape shape;
    private final FloatMatrix positions;
    private final Layer[] layers;
    private final float[] norm;

    /**
     * The sizes of the network.
     *
     * @param columns of an item's vector, a multiple of the heads
     * @param heads of each layer
     * @param layers at least 1
     * @param inner width of the feed-forward networks, a multiple of the columns
     * @param length how many items are looked at
     */
    public record Shape(int columns, int heads, int layers, int inner, int length) {
        public Shape {
            if (columns < 1
                    || heads < 1
                    || layers < 1
                    || inner < 1
                    || length < 1
                    || columns % heads != 0
                    || inner % columns != 0) {
                throw new IllegalArgumentException("self-attention cannot have " + columns + " columns, " + heads
                        + " heads, " + layers + " layers, a width of " + inner + " and a length of " + length);
            }
        }

        /** How many numbers the network has. */
        public long weights() {
            long layer = 4L * columns * columns + 2L * columns * inner + 9L * columns + inner;
            return (long) length * columns + layers * layer + 2L * columns;
        }
    }

    /** Weights outputs x inputs; of {@code mix} the outputs are query, key and content. */
    private record Layer(
            float[] norm1,
            FloatMatrix mix,
            float[] mixBias,
            FloatMatrix out,
            float[] outBias,
            float[] norm2,
            FloatMatrix widen,
            float[] widenBias,
            FloatMatrix narrow,
            float[] narrowBias) {}

    /**
     * @param weights one after the other: positions (length x columns); of each layer gamma, beta, mix (3 columns x columns) and
     *     its bias, out (columns x columns) and its bias, gamma, beta, widen (inner x columns) and its bias, narrow (columns x
     *     inner) and its bias; gamma and beta of the last norm
     */
    public SelfAttentionEncoder(Shape shape, float[] weights) {
        if (weights.length != shape.weights()) {
            throw new IllegalArgumentException(
                    "self-attention needs " + shape.weights() + " weights, got " + weights.length);
        }
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("a weight of the network is " + weight);
            }
        }
        this.shape = shape;
        Cursor cursor = new Cursor(weights);
        int d = shape.columns();
        this.positions = cursor.matrix(shape.length(), d);
        this.layers = new Layer[shape.layers()];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new Layer(
                    cursor.numbers(2 * d),
                    cursor.matrix(3 * d, d),
                    cursor.numbers(3 * d),
                    cursor.matrix(d, d),
                    cursor.numbers(d),
                    cursor.numbers(2 * d),
                    cursor.matrix(shape.inner(), d),
                    cursor.numbers(shape.inner()),
                    cursor.matrix(d, shape.inner()),
                    cursor.numbers(d));
        }
        this.norm = cursor.numbers(2 * d);
    }

    /** Takes numbers off an array from the front. */
    private static final class Cursor {
        private final float[] all;
        private int at;

        private Cursor(float[] all) {
            this.all = all;
        }

        private float[] numbers(int count) {
            at += count;
            return Arrays.copyOfRange(all, at - count, at);
        }

        private FloatMatrix matrix(int rows, int columns) {
            return FloatMatrix.of(numbers(rows * columns), rows, columns);
        }
    }

    public Shape shape() {
        return shape;
    }

    @Override
    public int inputColumns() {
        return shape.columns();
    }

    @Override
    public int outputColumns() {
        return shape.columns();
    }

    @Override
    public void encode(FloatMatrix items, int[] sequence, float[] output) {
        int d = shape.columns();
        int length = Math.min(sequence.length, shape.length());
        float[] x = new float[length * d];
        float[] row = new float[d];
        for (int t = 0; t < length; t++) {
            items.copyRow(sequence[sequence.length - length + t], row);
            for (int c = 0; c < d; c++) {
                x[t * d + c] = row[c] + positions.get(shape.length() - length + t, c);
            }
        }
        for (int l = 0; l < layers.length; l++) {
            attend(layers[l], x, length, l == layers.length - 1 ? length - 1 : 0);
        }
        Layers.normalise(x, (length - 1) * d, d, norm, 0, output);
    }

    /** Sends the positions from {@code first} on through a layer, in place; those before are only looked at. */
    private void attend(Layer layer, float[] x, int length, int first) {
        int d = shape.columns();
        float[] normed = new float[d];
        float[] mixed = new float[length * 3 * d];
        for (int t = 0; t < length; t++) {
            Layers.normalise(x, t * d, d, layer.norm1, 0, normed);
            // Before the first position that is computed, only key and content are needed.
            int skip = t < first ? d : 0;
            Layers.linear(layer.mix, skip, 3 * d - skip, layer.mixBias, skip, normed, mixed, t * 3 * d + skip);
        }
        float[] shares = new float[length];
        float[] joined = new float[d];
        float[] change = new float[d];
        float[] wide = new float[shape.inner()];
        for (int t = first; t < length; t++) {
            Arrays.fill(joined, 0f);
            for (int h = 0; h < shape.heads(); h++) {
                attend(mixed, t, h, shares, joined);
            }
            Layers.linear(layer.out, 0, d, layer.outBias, 0, joined, change, 0);
            add(change, x, t * d);
            Layers.normalise(x, t * d, d, layer.norm2, 0, normed);
            Layers.linear(layer.widen, 0, wide.length, layer.widenBias, 0, normed, wide, 0);
            Layers.gelu(wide, wide.length);
            Layers.linear(layer.narrow, 0, d, layer.narrowBias, 0, wide, change, 0);
            add(change, x, t * d);
        }
    }

    private void attend(float[] mixed, int t, int head, float[] shares, float[] joined) {
        int d = shape.columns();
        int size = d / shape.heads();
        float scale = (float) (1 / Math.sqrt(size));
        int query = t * 3 * d + head * size;
        for (int s = 0; s <= t; s++) {
            int key = s * 3 * d + d + head * size;
            float product = 0;
            for (int c = 0; c < size; c++) {
                product += mixed[query + c] * mixed[key + c];
            }
            shares[s] = product * scale;
        }
        Layers.softmax(shares, t + 1);
        for (int s = 0; s <= t; s++) {
            int content = s * 3 * d + 2 * d + head * size;
            for (int c = 0; c < size; c++) {
                joined[head * size + c] += shares[s] * mixed[content + c];
            }
        }
    }

    private static void add(float[] change, float[] x, int at) {
        for (int c = 0; c < change.length; c++) {
            x[at + c] += change[c];
        }
    }
}
