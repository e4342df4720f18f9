package io.kindred.models.cf.ratings;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.tck.ContractData;

/** Small tables of ratings. */
public final class RatingData {
    private RatingData() {}

    /** One row a user, one column an item; 0 is no rating. */
    public static TrainingData of(float[]... table) {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", table.length),
                ContractData.vocabulary("i", table[0].length),
                TimeKind.ORDER);
        for (int u = 0; u < table.length; u++) {
            for (int i = 0; i < table[u].length; i++) {
                if (table[u][i] != 0) {
                    builder.add(u, i, table[u][i], i);
                }
            }
        }
        return TrainingData.of(builder.build());
    }

    /** Every user rates every item the same. */
    public static TrainingData allEqual(float rating) {
        float[][] table = new float[6][5];
        for (int u = 0; u < table.length; u++) {
            for (int i = 0; i < table[u].length; i++) {
                table[u][i] = (u + i) % 3 == 0 ? 0 : rating;
            }
        }
        return of(table);
    }

    /**
     * Two groups of users who rate the two halves of the items 5 and 1 or 1 and 5; every fifth rating is missing.
     */
    public static TrainingData twoTastes(int users, int items) {
        float[][] table = new float[users][items];
        for (int u = 0; u < users; u++) {
            for (int i = 0; i < items; i++) {
                boolean liked = (u % 2 == 0) == (i % 2 == 0);
                table[u][i] = (u * 7 + i * 3) % 5 == 0 ? 0 : liked ? 5 : 1;
            }
        }
        return of(table);
    }
}
