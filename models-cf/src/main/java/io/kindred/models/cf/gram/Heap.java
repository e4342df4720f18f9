package io.kindred.models.cf.gram;

import io.kindred.core.KindredException;
import java.util.Locale;

/** Whether items x items matrices fit the heap, decided before the work begins rather than by its failure. */
public final class Heap {
    private static final double GIGABYTE = 1e9;

    private Heap() {}

    /** Bytes that may still be put onto the heap. */
    public static long available() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    /**
     * Refuses what does not fit.
     *
     * @param model names the model in the error
     * @param items how many items the data have
     * @param needed the largest number of bytes in use at one time
     * @param available bytes left
     * @param instead what else the user may do, as in "or use item-knn"
     * @throws KindredException if more is needed than available
     */
    public static void check(String model, int items, long needed, long available, String instead) {
        if (needed > available) {
            throw new KindredException(String.format(
                    Locale.ROOT,
                    "%s needs %.1f GB of heap for %d items, but %.1f GB are left; give the JVM more"
                            + " (KINDRED_JAVA_OPTS=-Xmx%dg), leave rare items out, %s",
                    model,
                    needed / GIGABYTE,
                    items,
                    available / GIGABYTE,
                    (long) Math.ceil(1.25 * needed / GIGABYTE) + 1,
                    instead));
        }
    }
}
