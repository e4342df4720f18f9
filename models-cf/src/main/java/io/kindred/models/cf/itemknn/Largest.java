package io.kindred.models.cf.itemknn;

/** Selection by Hoare's method (Find, 1961) with the median of three as pivot. */
final class Largest {
    private Largest() {}

    /**
     * Moves the largest of different numbers to the front, in no particular order.
     *
     * @param size how many numbers there are
     * @param count how many are wanted, at most size
     */
    static void first(long[] numbers, int size, int count) {
        int low = 0;
        int high = size - 1;
        while (low < high && count > low && count <= high) {
            long pivot = median(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (numbers[left] > pivot) {
                    left++;
                }
                while (numbers[right] < pivot) {
                    right--;
                }
                if (left <= right) {
                    long moved = numbers[left];
                    numbers[left++] = numbers[right];
                    numbers[right--] = moved;
                }
            }
            // Now [low, right] holds numbers of at least the pivot and [left, high] of at most the pivot.
            if (count <= right) {
                high = right;
            } else if (count >= left) {
                low = left;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
