package io.kindred.models.cf.userknn;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.math.TopK;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.neighbours.ProfileIndex;
import io.kindred.core.neighbours.ProfileWeights;
import io.kindred.core.neighbours.Weighting;
import io.kindred.core.scorer.UserKnnModel;
import io.kindred.models.cf.neighbours.NearestRows;
import io.kindred.models.cf.neighbours.NeighbourLists;
import io.kindred.models.cf.neighbours.Profiles;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds the nearest neighbours of every user by their whole profiles. A profile has a 1 for each item, or its value where values
 * are weights; of repeats the last one counts. {@code score(u, i)} is the sum of {@code sim(u, v)} times v's profile at i over
 * the neighbours v of u. Ties go to the lower user index.
 *
 * <p>An update gives what training on everything gives. Without weighting only the users who share an item with one of the
 * update are compared anew, since the similarity of all others is untouched.
 */
final class UserKnnTrainer implements IncrementallyTrainable {
    private final UserKnnParameters parameters;

    UserKnnTrainer(UserKnnParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions().distinct();
        if (interactions.size() == 0) {
            throw new KindredException("user-knn cannot be trained: the training data have no interactions");
        }
        SparseMatrix profiles = Profiles.byUser(interactions, weighted(interactions));
        context.listener().onStart(1);
        return finish(
                interactions.users(),
                interactions.items(),
                UserHistories.of(interactions),
                profiles,
                new TopK.Ranked[profiles.rows()],
                user -> true,
                context);
    }

    @Override
    public TrainedModel update(Recommender base, TrainingData delta, TrainingContext context)
            throws InterruptedException {
        IncrementallyTrainable.requireExtension(ModelInfo.of(new UserKnnProvider(), parameters), base, delta);
        UserKnnModel before = (UserKnnModel) base;
        Interactions newer = delta.interactions().distinct();
        SparseMatrix profiles = Profiles.extended(before.profiles(), newer, weighted(newer));
        TopK.Ranked[] neighbours = new TopK.Ranked[profiles.rows()];
        for (int u = 0; u < neighbours.length; u++) {
            neighbours[u] = u < base.users().size()
                    ? NeighbourLists.list(before.neighbours(), u)
                    : new TopK.Ranked(new int[0], new float[0]);
        }
        boolean[] changed = changed(profiles, newer);
        context.listener().onStart(1);
        return finish(
                newer.users(),
                newer.items(),
                before.histories().extendedBy(newer),
                profiles,
                neighbours,
                user -> parameters.weighting() != Weighting.NONE || changed[user],
                context);
    }

    private boolean weighted(Interactions interactions) {
        return PairWeights.matter("user-knn", parameters.valuesAsWeights(), interactions);
    }

    /** Users of the update and those who share an item with one of them. */
    private static boolean[] changed(SparseMatrix profiles, Interactions newer) {
        boolean[] touched = new boolean[profiles.columns()];
        for (int u = 0; u < profiles.rows(); u++) {
            if (newer.byUser().length(u) > 0) {
                for (int p = profiles.start(u); p < profiles.end(u); p++) {
                    touched[profiles.column(p)] = true;
                }
            }
        }
        boolean[] changed = new boolean[profiles.rows()];
        for (int u = 0; u < changed.length; u++) {
            for (int p = profiles.start(u); p < profiles.end(u) && !changed[u]; p++) {
                changed[u] = touched[profiles.column(p)];
            }
        }
        return changed;
    }

    private TrainedModel finish(
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            SparseMatrix profiles,
            TopK.Ranked[] neighbours,
            IntPredicate renewed,
            TrainingContext context)
            throws InterruptedException {
        ProfileWeights weights = ProfileWeights.of(profiles, parameters.weighting(), parameters.k1(), parameters.b());
        ProfileIndex index = new ProfileIndex(profiles, weights, parameters.measure(), true);
        NearestRows.renew(neighbours, renewed, profiles, index::search, parameters.neighbours(), context);
        UserKnnModel model = new UserKnnModel(
                ModelInfo.of(new UserKnnProvider(), parameters),
                users,
                items,
                histories,
                NeighbourLists.ranked("user-knn", neighbours),
                profiles,
                parameters.neighbours(),
                parameters.measure(),
                weights);
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }
}
