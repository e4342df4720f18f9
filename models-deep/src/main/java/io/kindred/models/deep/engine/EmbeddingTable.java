package io.kindred.models.deep.engine;

import io.kindred.core.math.FloatMatrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A table of vectors to be learnt. It lives in Java's hands, in native memory: of each batch only the rows that occur are shown
 * to PyTorch, and only they are moved afterwards, so that a step costs what its batch needs, however large the table. One
 * caller at a time; freed with the run.
 */
public final class EmbeddingTable {
    private final String name;
    private final int rows;
    private final int columns;
    private final Parameters parameters;
    /** For each row the step it occurred in last, and its place among the rows of that step. */
    private final long[] seenIn;

    private final int[] place;

    EmbeddingTable(String name, int rows, int columns, Parameters parameters) {
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.parameters = parameters;
        this.seenIn = new long[rows];
        this.place = new int[rows];
        Arrays.fill(seenIn, -1);
    }

    public String name() {
        return name;
    }

    public int rows() {
        return rows;
    }

    /** Length of a vector. */
    public int columns() {
        return columns;
    }

    /** Draws every number from a normal distribution with mean 0. */
    public void drawNormal(double deviation, RandomGenerator random) {
        MemorySegment weights = parameters.weights();
        for (long n = 0; n < (long) rows * columns; n++) {
            weights.setAtIndex(ValueLayout.JAVA_FLOAT, n, (float) (random.nextGaussian() * deviation));
        }
    }

    /** Sets a row to zeros, as the vector of what is not there. */
    public void clear(int row) {
        parameters
                .weights()
                .asSlice((long) row * columns * Float.BYTES, (long) columns * Float.BYTES)
                .fill((byte) 0);
    }

    /**
     * A copy as it is now.
     *
     * @param first the first row
     * @param count how many rows
     */
    public FloatMatrix copy(int first, int count) {
        FloatMatrix copy = FloatMatrix.zeros(count, columns);
        MemorySegment.copy(
                parameters.weights(),
                ValueLayout.JAVA_FLOAT,
                (long) first * columns * Float.BYTES,
                copy.array(),
                0,
                count * columns);
        return copy;
    }

    Parameters parameters() {
        return parameters;
    }

    /**
     * The place of each id among the rows that occur in a step, in the order of their first occurrence.
     *
     * @param step numbers the steps; larger than that of any call before
     * @param occurring receives the rows; at least as long as there are ids
     * @param places receives the place of each id, one array for each array of ids
     * @return how many rows occur
     */
    int number(long step, int[][] ids, int[] occurring, long[][] places) {
        int count = 0;
        for (int a = 0; a < ids.length; a++) {
            for (int n = 0; n < ids[a].length; n++) {
                int row = ids[a][n];
                if (seenIn[row] != step) {
                    seenIn[row] = step;
                    place[row] = count;
                    occurring[count++] = row;
                }
                places[a][n] = place[row];
            }
        }
        return count;
    }
}
