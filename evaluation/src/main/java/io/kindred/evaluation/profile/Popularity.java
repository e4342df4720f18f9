package io.kindred.evaluation.profile;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How interactions are spread over items and users. Immutable by contract.
 *
 * @param counts interactions of each item that has any, most popular first; not to be changed
 * @param gini over these items
 * @param half how many of the most popular items have half of the interactions
 * @param once how many items have a single interaction
 * @param activity users by number of interactions: {@code activity[b]} have from 2<sup>b</sup> to 2<sup>b+1</sup> - 1
 */
public record Popularity(int[] counts, double gini, int half, int once, int[] activity) {
    static Popularity of(Interactions data) {
        SparseRows byItem = data.byItem();
        int[] ascending = new int[data.itemCount()];
        Arrays.setAll(ascending, byItem::length);
        Arrays.sort(ascending);
        int zeros = 0;
        while (zeros < ascending.length && ascending[zeros] == 0) {
            zeros++;
        }
        int n = ascending.length - zeros;
        int[] counts = new int[n];
        double weighted = 0;
        int once = 0;
        for (int i = 0; i < n; i++) {
            int count = ascending[zeros + i];
            counts[n - 1 - i] = count;
            weighted += (2.0 * (i + 1) - n - 1) * count;
            once += count == 1 ? 1 : 0;
        }
        int half = 0;
        long sum = 0;
        while (half < n && 2 * sum < data.size()) {
            sum += counts[half++];
        }
        int[] activity = new int[Integer.SIZE];
        int bins = 0;
        for (int u = 0; u < data.userCount(); u++) {
            int length = data.byUser().length(u);
            if (length > 0) {
                int bin = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(length);
                activity[bin]++;
                bins = Math.max(bins, bin + 1);
            }
        }
        double gini = n == 0 ? 0 : weighted / ((double) n * data.size());
        return new Popularity(counts, gini, half, once, Arrays.copyOf(activity, bins));
    }

    List<Remark> remarks() {
        double share = counts.length == 0 ? 0 : (double) half / counts.length;
        String text = Words.count(half, "item has", "items have") + " half of the interactions (" + Words.percent(share)
                + " of all), Gini " + Words.format("%.2f", gini);
        Remark spread = share < 0.02
                ? Remark.note(
                        "popularity",
                        text,
                        "the popularity list is a strong rival: measure it, and look at coverage and the tail (--details)")
                : Remark.ok("popularity", text);
        double singles = counts.length == 0 ? 0 : (double) once / counts.length;
        return singles < 0.2
                ? List.of(spread)
                : List.of(
                        spread,
                        Remark.note(
                                "rare items",
                                Words.percent(singles) + " of the items have a single interaction",
                                "nothing can be learned about them from interactions; --min-item 5 leaves them out, item"
                                        + " features bring them in"));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("items", counts.length);
        map.put("gini", gini);
        map.put("itemsWithHalf", half);
        map.put("itemsWithOne", once);
        map.put("mostPopular", counts.length == 0 ? 0 : counts[0]);
        map.put("usersByPowerOfTwo", Arrays.stream(activity).boxed().toList());
        return map;
    }
}
