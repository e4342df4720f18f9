package io.kindred.models.deep.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Block;
import ai.djl.nn.core.Embedding;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a network sees of one step: its arrays live as long as the step, its lookups say which rows of the tables are moved. One
 * caller at a time.
 */
public final class Step {
    private final NDManager manager;
    private final Workspace workspace;
    private final DenseParameters dense;
    private final long number;
    private final boolean training;
    private final RandomGenerator random;
    private final List<Rows> lookups = new ArrayList<>();

    Step(
            NDManager manager,
            Workspace workspace,
            DenseParameters dense,
            long number,
            boolean training,
            RandomGenerator random) {
        this.manager = manager;
        this.workspace = workspace;
        this.dense = dense;
        this.number = number;
        this.training = training;
        this.random = random;
    }

    /** Owns the arrays of the step. */
    public NDManager manager() {
        return manager;
    }

    /** Whether this is training, with dropout and gradients. */
    public boolean training() {
        return training;
    }

    /** Sends arrays through the dense part. */
    public NDList run(Block block, NDArray... inputs) {
        return block.forward(dense, new NDList(inputs), training);
    }

    /**
     * The rows of a table that some ids name, each once. A table can be looked up once in a step: give all ids at once.
     *
     * @param ids arrays of rows of the table, from 0
     */
    public Rows rows(EmbeddingTable table, int[]... ids) {
        refuseSecond(table);
        int total = 0;
        long[][] places = new long[ids.length][];
        for (int a = 0; a < ids.length; a++) {
            total += ids[a].length;
            places[a] = new long[ids[a].length];
        }
        int[] occurring = new int[Math.min(total, table.rows())];
        int count = table.number(number, ids, occurring, places);
        long bytes = (long) table.columns() * Float.BYTES;
        MemorySegment staged = workspace.staging(table, Math.max(1, count) * bytes);
        for (int r = 0; r < count; r++) {
            MemorySegment.copy(table.parameters().weights(), occurring[r] * bytes, staged, r * bytes, bytes);
        }
        return open(new Rows(table, leaf(staged, count, table.columns()), occurring, count, places));
    }

    /** The whole table, which is shown where it is; every row is moved. */
    public Rows all(EmbeddingTable table) {
        refuseSecond(table);
        return open(new Rows(
                table, leaf(table.parameters().weights(), table.rows(), table.columns()), null, table.rows(), null));
    }

    /**
     * Rows of an array, in the given order.
     *
     * @param array whose last dimension are columns and whose others are taken as rows
     * @param rows their numbers
     * @return rows x columns
     */
    public NDArray gather(NDArray array, long[] rows) {
        long columns = array.getShape().tail();
        return Embedding.embedding(ids(rows, rows.length), array.reshape(-1, columns), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    /** An int64 array. */
    public NDArray ids(long[] values, long... shape) {
        return manager.create(values, new Shape(shape));
    }

    /**
     * Sets numbers to zero at random and scales the others up, when training (Srivastava et al., Dropout, 2014). Drawn in Java,
     * so that a run can be repeated.
     *
     * @param rate the share set to zero, from 0 to below 1
     */
    public NDArray dropout(NDArray input, double rate) {
        if (!training || rate == 0) {
            return input;
        }
        int size = Math.toIntExact(input.size());
        MemorySegment mask = workspace.mask(size, rate, random);
        NDArray kept =
                manager.create(mask.asByteBuffer().order(ByteOrder.nativeOrder()), input.getShape(), DataType.FLOAT32);
        return input.mul(kept);
    }

    /** Rows of a table in one step. */
    public final class Rows {
        private final EmbeddingTable table;
        private final NDArray leaf;
        private final int[] occurring;
        private final int count;
        private final long[][] places;

        private Rows(EmbeddingTable table, NDArray leaf, int[] occurring, int count, long[][] places) {
            this.table = table;
            this.leaf = leaf;
            this.occurring = occurring;
            this.count = count;
            this.places = places;
        }

        /** The rows themselves, count x columns. */
        public NDArray unique() {
            return leaf;
        }

        /**
         * The vectors of the ids of one array.
         *
         * @param a which array
         * @param shape of the ids
         * @return shape x columns
         */
        public NDArray at(int a, long... shape) {
            return of(places[a], shape);
        }

        /**
         * The vectors at some places among {@link #unique}.
         *
         * @return shape x columns
         */
        public NDArray of(long[] where, long... shape) {
            return Embedding.embedding(ids(where, shape), leaf, SparseFormat.DENSE)
                    .singletonOrThrow();
        }

        EmbeddingTable table() {
            return table;
        }

        NDArray gradient() {
            return leaf.getGradient();
        }

        int count() {
            return count;
        }

        /** Moves the table's rows against their gradient. */
        void move(MemorySegment gradient, float scale, float rate, long step) {
            int columns = table.columns();
            if (occurring == null) {
                for (int r = 0; r < count; r += WHOLE_ROWS) {
                    int rows = Math.min(WHOLE_ROWS, count - r);
                    long first = (long) r * columns;
                    table.parameters().move(first, rows * columns, gradient, first * Float.BYTES, scale, rate, step);
                }
                return;
            }
            for (int r = 0; r < count; r++) {
                table.parameters()
                        .move(
                                (long) occurring[r] * columns,
                                columns,
                                gradient,
                                (long) r * columns * Float.BYTES,
                                scale,
                                rate,
                                step);
            }
        }
    }

    private static final int WHOLE_ROWS = 1 << 12;

    List<Rows> lookups() {
        return lookups;
    }

    private Rows open(Rows rows) {
        lookups.add(rows);
        return rows;
    }

    private void refuseSecond(EmbeddingTable table) {
        for (Rows rows : lookups) {
            if (rows.table() == table) {
                throw new IllegalStateException(
                        "table '" + table.name() + "' is looked up twice in a step; give all ids at once");
            }
        }
    }

    private NDArray leaf(MemorySegment memory, int rows, int columns) {
        long bytes = (long) rows * columns * Float.BYTES;
        NDArray leaf = manager.create(
                memory.asSlice(0, bytes).asByteBuffer().order(ByteOrder.nativeOrder()),
                new Shape(rows, columns),
                DataType.FLOAT32);
        leaf.setRequiresGradient(training);
        return leaf;
    }

    /** The numbers of an array where PyTorch has them, or a copy if it has them on another device. */
    static MemorySegment memory(NDArray array) {
        MemorySegment memory = MemorySegment.ofBuffer(array.toByteBuffer(true));
        return memory.asSlice(0, array.size() * ValueLayout.JAVA_FLOAT.byteSize());
    }
}
