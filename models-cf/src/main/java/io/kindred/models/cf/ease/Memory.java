package io.kindred.models.cf.ease;

import io.kindred.core.KindredException;
import java.util.Locale;

/** Whether the items x items matrices fit the heap, decided before the work begins rather than by its failure. */
final class Memory {
    private static final double GIGABYTE = 1e9;

    private Memory() {}

    /** Bytes that may still be put onto the heap. */
    static long available() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    /** The largest number of bytes in use at one time: two triangles, or one of them beside the weights. */
    static long needed(int items, int neighbours) {
        int kept = neighbours == 0 ? items : Math.min(neighbours, items);
        // An index and a value; lists of neighbours exist twice while they are transposed.
        long weights = (long) items * kept * (Integer.BYTES + Float.BYTES) * (neighbours == 0 ? 1 : 2);
        long triangle = TriangleOfTiles.bytes(items);
        return Math.max(2 * triangle, triangle + weights);
    }

    /**
     * @throws KindredException if they do not fit
     */
    static void check(int items, int neighbours, long available) {
        long needed = needed(items, neighbours);
        if (needed > available) {
            throw new KindredException(String.format(
                    Locale.ROOT,
                    "ease needs %.1f GB of heap for %d items, but %.1f GB are left; give the JVM more"
                            + " (KINDRED_JAVA_OPTS=-Xmx%dg), leave rare items out, or use item-knn or rp3beta",
                    needed / GIGABYTE,
                    items,
                    available / GIGABYTE,
                    (long) Math.ceil(1.25 * needed / GIGABYTE) + 1));
        }
    }
}
