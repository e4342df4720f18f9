package io.kindred.core.tck;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.Recommender;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import java.util.List;

/**
 * Every even user had every even item and every odd user every odd item, except that user n has not had item n: the one item
 * left for a user is known (the idea of the checkerboard tests of the library implicit).
 *
 * @param size how many users, and how many items; even
 * @param data the interactions, in a different order for each user
 */
public record Checkerboard(int size, TrainingData data) {
    public static Checkerboard of(int size) {
        Vocabulary users = ContractData.vocabulary("u", size);
        Vocabulary items = ContractData.vocabulary("i", size);
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.TIMESTAMP);
        for (int u = 0; u < size; u++) {
            for (int step = 1; step < size / 2; step++) {
                int item = (u + 2 * step) % size;
                builder.add(u, item, 1f, ContractData.START + 60L * (u + (step * 7L) % size));
            }
        }
        return new Checkerboard(size, TrainingData.of(builder.build()));
    }

    /** The share of users whose first recommendation is the item hidden from them. */
    public double precisionAt1(Recommender model) {
        int hits = 0;
        for (int u = 0; u < size; u++) {
            List<Recommendations.Item> list = Dispatcher.recommend(model, RecommendationQuery.forUser("u" + u, 1))
                    .items();
            if (!list.isEmpty() && list.getFirst().id().equals("i" + u)) {
                hits++;
            }
        }
        return (double) hits / size;
    }
}
