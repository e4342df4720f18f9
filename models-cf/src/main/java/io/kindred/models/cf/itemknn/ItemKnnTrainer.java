package io.kindred.models.cf.itemknn;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.neighbours.ProfileIndex;
import io.kindred.core.neighbours.ProfileWeights;
import io.kindred.core.neighbours.RatingAggregation;
import io.kindred.core.neighbours.Weighting;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.scorer.RatingRule;
import io.kindred.models.cf.neighbours.NearestRows;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.neighbours.Profiles;
import io.kindred.models.cf.neighbours.RatingNeighbourhood;
import io.kindred.models.cf.parallel.ParallelRows;
import io.kindred.models.cf.ratings.Ratings;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;

/**
 * Finds the nearest neighbours of every item by a sparse product of the item-by-user matrix with its transpose, one row of
 * the product at a time: the items x items matrix never exists. Every interaction is a positive, whatever its value, unless
 * values are weights or the similarity compares ratings; of repeats the last one counts. Neighbours are kept per recommended
 * item, {@code score(u, i)} being the sum of {@code sim(i, j)} over those history items j that are among the neighbours of i, so
 * the model gets the transpose. Ties go to the lower item index.
 *
 * <p>An update gives what training on everything gives, provided that the model needs no values. Without weighting only the
 * items that share a user with an item of the update are compared anew, since the similarity of all others is untouched.
 */
final class ItemKnnTrainer implements IncrementallyTrainable {
    private static final int BLOCK_ROWS = 16;

    private final ItemKnnParameters parameters;

    ItemKnnTrainer(ItemKnnParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("item-knn cannot be trained: the training data have no interactions");
        }
        context.listener().onStart(1);
        TopK.Ranked[] neighbours;
        if (parameters.similarity().comparesRatings()) {
            neighbours = byRatings(Ratings.of("item-knn with a similarity of ratings", data), context);
        } else if (isCounting(interactions)) {
            neighbours = new TopK.Ranked[interactions.itemCount()];
            count(neighbours, null, interactions, context);
        } else {
            neighbours = byWeights(interactions, context);
        }
        return finish(interactions, UserHistories.of(interactions), neighbours, context);
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        IncrementallyTrainable.requireExtension(ModelInfo.of(new ItemKnnProvider(), parameters), base, delta);
        ItemSimilarityModel before = (ItemSimilarityModel) base;
        UserHistories histories = before.histories().extendedBy(delta.interactions());
        Interactions all = interactions(histories, delta.interactions());
        context.listener().onStart(1);
        if (!isCounting(all)) {
            return finish(all, histories, byWeights(all, context), context);
        }
        SparseMatrix lists = before.weights().transposed();
        TopK.Ranked[] neighbours = new TopK.Ranked[all.itemCount()];
        for (int i = 0; i < neighbours.length; i++) {
            neighbours[i] =
                    i < lists.rows() ? NeighbourLists.list(lists, i) : new TopK.Ranked(new int[0], new float[0]);
        }
        count(neighbours, changed(all, delta.interactions()), all, context);
        return finish(all, histories, neighbours, context);
    }

    /** Histories as interactions; order, not time, is what is left of them. */
    private static Interactions interactions(UserHistories histories, Interactions newer) {
        Interactions.Builder builder = Interactions.builder(newer.users(), newer.items(), TimeKind.ORDER);
        for (int u = 0; u < histories.userCount(); u++) {
            for (int item : histories.of(u)) {
                builder.add(u, item);
            }
        }
        return builder.build();
    }

    /** Items of the update, and those that share a user with one of them. */
    private static boolean[] changed(Interactions all, Interactions newer) {
        boolean[] changed = new boolean[all.itemCount()];
        for (int i = 0; i < changed.length; i++) {
            if (newer.byItem().length(i) > 0) {
                changed[i] = true;
                for (int p = all.byItem().start(i); p < all.byItem().end(i); p++) {
                    int user = all.byItem().column(p);
                    for (int q = all.byUser().start(user); q < all.byUser().end(user); q++) {
                        changed[all.byUser().column(q)] = true;
                    }
                }
            }
        }
        return changed;
    }

    /** Whether common users are counted, rather than their weights summed up. */
    private boolean isCounting(Interactions interactions) {
        return parameters.weighting() == Weighting.NONE
                && !PairWeights.matter("item-knn", parameters.valuesAsWeights(), interactions);
    }

    private void count(TopK.Ranked[] neighbours, boolean[] changed, Interactions interactions, TrainingContext context)
            throws InterruptedException {
        try (ParallelRows rows = new ParallelRows(context.threads(), context.cancellation())) {
            rows.forEachBlock(
                    neighbours.length,
                    BLOCK_ROWS,
                    () -> new CommonUsers(interactions, parameters.measure(), parameters.neighbours()),
                    (search, from, to) -> {
                        for (int i = from; i < to; i++) {
                            if (changed == null || changed[i]) {
                                neighbours[i] = search.nearest(i);
                            }
                        }
                    });
        }
    }

    private TopK.Ranked[] byWeights(Interactions interactions, TrainingContext context) throws InterruptedException {
        boolean values = PairWeights.matter("item-knn", parameters.valuesAsWeights(), interactions);
        SparseMatrix profiles = Profiles.byItem(interactions, values);
        ProfileWeights weights = ProfileWeights.of(profiles, parameters.weighting(), parameters.k1(), parameters.b());
        ProfileIndex index = new ProfileIndex(profiles, weights, parameters.measure(), false);
        return NearestRows.of(profiles, index::search, parameters.neighbours(), context);
    }

    private TopK.Ranked[] byRatings(Ratings ratings, TrainingContext context) throws InterruptedException {
        // Any aggregation will do: only the baseline estimates are needed, and only by a similarity relative to them.
        RatingRule rule = RatingNeighbourhood.rule(
                ratings, RatingAggregation.BASIC, parameters.similarity(), parameters.neighbours(), 1, context);
        return RatingNeighbourhood.items(
                Profiles.byUser(ratings.interactions(), true),
                rule.baseline(),
                parameters.measure(),
                parameters.neighbours(),
                context);
    }

    private TrainedModel finish(
            Interactions interactions, UserHistories histories, TopK.Ranked[] neighbours, TrainingContext context) {
        ItemSimilarityModel model = new ItemSimilarityModel(
                ModelInfo.of(new ItemKnnProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                NeighbourLists.transposed("item-knn", neighbours));
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }
}
