package io.kindred.models.cf.ease;

import io.kindred.core.KindredException;
import io.kindred.models.cf.gram.Heap;
import io.kindred.models.cf.gram.TriangleOfTiles;

/** What EASE's items x items matrices take. */
final class EaseMemory {
    private EaseMemory() {}

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
        Heap.check("ease", items, needed(items, neighbours), available, "or use sparse-ease");
    }
}
