package io.kindred.models.cf.fm;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.models.cf.features.EntityFeatures;
import io.kindred.models.cf.features.FeatureModels;
import io.kindred.models.cf.features.FeatureRatings;
import io.kindred.models.cf.features.InteractionChecks;
import io.kindred.models.cf.ratings.EpochLoop;
import io.kindred.models.cf.ratings.Ratings;
import io.kindred.models.cf.weights.PairWeights;
import java.util.Map;
import java.util.SplittableRandom;

/** Trains a factorisation machine with the chosen solver. Repeats of a pair count once, as the last of them. */
final class FmTrainer implements Trainer {
    private static final String NAME = "fm";

    /** Least strength with which a new user's vector is held at the default while a history of ratings is folded in. */
    private static final double LEAST_RIDGE = 0.1;

    private final FmParameters parameters;

    FmTrainer(FmParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        context.cancellation().check();
        Interactions interactions = data.interactions().distinct();
        InteractionChecks.notEmpty(NAME, interactions);
        boolean weighted = false;
        if (parameters.solver() == Solver.BPR) {
            InteractionChecks.somethingToRank(NAME, interactions);
            weighted = PairWeights.matter(NAME, parameters.valuesAsWeights(), interactions);
        } else if (!interactions.hasValues()) {
            throw new KindredException("fm with solver=" + solverName() + " needs ratings, but every interaction of the"
                    + " training data has the value 1; set solver=bpr, which learns from what happened alone");
        }
        SplittableRandom random = new SplittableRandom(context.seed());
        FmSide users = side(
                EntityFeatures.of(
                        data.userFeatures(),
                        interactions.byUser(),
                        parameters.identities(),
                        parameters.minFeatureCount()),
                "user",
                random);
        FmSide items = side(
                EntityFeatures.of(
                        data.itemFeatures(),
                        interactions.byItem(),
                        parameters.identities(),
                        parameters.minFeatureCount()),
                "item",
                random);
        if (parameters.solver() == Solver.BPR) {
            return rank(interactions, weighted, users, items, random, context);
        }
        return rate(Ratings.of(NAME, data), users, items, random, context);
    }

    private String solverName() {
        return parameters.solver() == Solver.ALS ? "als" : "sgd";
    }

    private FmSide side(EntityFeatures features, String side, SplittableRandom random) {
        if (!parameters.identities() && features.metadataCount() == 0) {
            throw new KindredException(NAME + " has nothing to learn " + side + " vectors for: the data have no " + side
                    + " categories or numbers, and identities is false; set identities=true");
        }
        return new FmSide(features, parameters.factors(), parameters.initialDeviation(), random.split());
    }

    private TrainedModel rank(
            Interactions interactions,
            boolean weighted,
            FmSide users,
            FmSide items,
            SplittableRandom random,
            TrainingContext context)
            throws InterruptedException {
        FeatureModels models = new FeatureModels(info(), interactions, UserHistories.of(interactions));
        GradientDescent descent =
                new GradientDescent(users, items, interactions.byUser(), parameters, 0, random.split());
        GradientDescent.Positives positives = new GradientDescent.Positives(interactions.byUser());
        context.listener().onStart(parameters.epochs());
        for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
            double loss = descent.rankingEpoch(weighted, positives, context.cancellation());
            if (!Double.isFinite(loss) || users.diverged() || items.diverged()) {
                throw new KindredException(NAME + " diverged in epoch " + epoch
                        + ": its vectors grow without bounds; lower learningRate or regularization");
            }
            EpochListener.Verdict verdict =
                    context.listener().onEpoch(epoch, Map.of("loss", loss), () -> ranking(models, users, items));
            if (verdict == EpochListener.Verdict.STOP) {
                break;
            }
        }
        return ranking(models, users, items);
    }

    private static TrainedModel ranking(FeatureModels models, FmSide users, FmSide items) {
        return models.ranking(users.entities(), users.sums(), users.metadata(), items.sums());
    }

    private TrainedModel rate(
            Ratings ratings, FmSide users, FmSide items, SplittableRandom random, TrainingContext context)
            throws InterruptedException {
        EpochLoop loop = new EpochLoop(NAME, parameters.epochs());
        if (parameters.solver() == Solver.ALS) {
            AlternatingLeastSquares als =
                    new AlternatingLeastSquares(ratings, users, items, parameters.regularization());
            return loop.run(
                    ratings,
                    context,
                    () -> als.epoch(context.cancellation()),
                    () -> rating(ratings, users, items, als.bias()));
        }
        GradientDescent descent =
                new GradientDescent(users, items, ratings.byUser(), parameters, ratings.mean(), random.split());
        return loop.run(
                ratings,
                context,
                () -> descent.ratingEpoch(context.cancellation()),
                () -> rating(ratings, users, items, descent.bias()));
    }

    private TrainedModel rating(Ratings ratings, FmSide users, FmSide items, double bias) {
        return new FeatureRatings(info(), ratings, bias, LEAST_RIDGE, parameters.regularization())
                .model(users.entities(), users.sums(), users.metadata(), items.sums());
    }

    private ModelInfo info() {
        return ModelInfo.of(new FmProvider(), parameters);
    }
}
