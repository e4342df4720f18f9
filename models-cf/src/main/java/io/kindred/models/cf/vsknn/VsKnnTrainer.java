package io.kindred.models.cf.vsknn;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.PositionWeighting;
import io.kindred.core.scorer.SessionNeighbourhood;
import io.kindred.core.scorer.SessionNeighboursModel;
import java.util.Map;

/** Indexes the sessions by item; the neighbours are found when a query comes. */
final class VsKnnTrainer implements Trainer {
    private final VsKnnParameters parameters;

    VsKnnTrainer(VsKnnParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        Interactions interactions = data.interactions();
        check(interactions);
        context.listener().onStart(1);
        UserHistories histories = UserHistories.of(interactions);
        SessionIndex index = new SessionIndex(interactions, histories, parameters.sampleSize());
        context.cancellation().check();
        SessionNeighboursModel model = new SessionNeighboursModel(
                ModelInfo.of(new VsKnnProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                index.build(),
                new SessionNeighbourhood(
                        parameters.neighbours(),
                        parameters.sampleSize(),
                        parameters.lastItems(),
                        parameters.similarity(),
                        parameters.placeWeighting(),
                        parameters.matchWeighting(),
                        parameters.idfWeight()));
        context.cancellation().check();
        context.listener().onEpoch(1, Map.of(), () -> model);
        return model;
    }

    private void check(Interactions interactions) {
        if (interactions.size() == 0) {
            throw new KindredException("vsknn cannot be trained: the training data have no interactions");
        }
        boolean ordered = parameters.placeWeighting() != PositionWeighting.SAME
                || parameters.matchWeighting() != PositionWeighting.SAME;
        if (ordered && interactions.timeKind() == TimeKind.NONE) {
            throw new KindredException(
                    "vsknn cannot be trained: the training data have neither timestamps nor an order,"
                            + " so no item of a session is the last; set placeWeighting=same and matchWeighting=same");
        }
    }
}
