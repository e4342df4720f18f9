package io.kindred.models.cf.ensemble;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.scorer.EnsembleModel;
import io.kindred.core.scorer.Fusion;
import io.kindred.core.scorer.ServingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trains the members one after the other. With {@link Method#STACKED} they are first trained without a held-out part of each
 * user's interactions, on which the weights are learnt, and then on everything. To the listener an epoch is a member trained on
 * everything; a run that is stopped is an ensemble of the members so far.
 */
final class EnsembleTrainer implements Trainer {
    private final EnsembleParameters parameters;

    EnsembleTrainer(EnsembleParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingContext context) throws InterruptedException {
        context.cancellation().check();
        if (data.interactions().size() == 0) {
            throw new KindredException("an ensemble cannot be trained: the training data have no interactions");
        }
        List<MemberSpec> specs = MemberSpec.parse(parameters.models());
        ModelCatalog catalog = ModelCatalog.load();
        List<Trainer> trainers = new ArrayList<>();
        for (MemberSpec spec : specs) {
            trainers.add(spec.trainer(catalog));
        }
        TrainingContext quiet = context.withListener(EpochListener.NONE);
        context.listener().onStart(specs.size());
        float[] weights = parameters.method() == Method.STACKED
                ? learn(specs, trainers, data, quiet)
                : MemberSpec.weights(parameters.weights(), specs.size());
        ModelInfo info = ModelInfo.of(new EnsembleProvider(), parameters);
        List<EnsembleModel.Member> members = new ArrayList<>();
        EnsembleModel model = null;
        for (int m = 0; m < specs.size(); m++) {
            context.cancellation().check();
            members.add(new EnsembleModel.Member(train(specs.get(m), trainers.get(m), data, quiet), weights[m]));
            if (members.stream().anyMatch(member -> member.weight() > 0)) {
                EnsembleModel snapshot = EnsembleModel.of(info, members, fusion());
                model = snapshot;
                Map<String, Double> metrics = Map.of("weight", (double) weights[m]);
                if (context.listener().onEpoch(m + 1, metrics, () -> snapshot) == EpochListener.Verdict.STOP) {
                    break;
                }
            }
        }
        return model;
    }

    private float[] learn(List<MemberSpec> specs, List<Trainer> trainers, TrainingData data, TrainingContext context)
            throws InterruptedException {
        HeldOut parts = HeldOut.of(data.interactions(), parameters.holdOut(), context.seed());
        if (parts.heldOut().size() == 0) {
            return MemberSpec.weights("", specs.size());
        }
        TrainingData rest = data.withInteractions(parts.rest());
        List<UserItemScorer> members = new ArrayList<>();
        for (int m = 0; m < specs.size(); m++) {
            members.add((UserItemScorer) train(specs.get(m), trainers.get(m), rest, context));
        }
        Interactions known = parts.rest();
        return new WeightSearch(
                        members, new Fusion.Weighted(parameters.normalization().form()))
                .best(known, parts.heldOut(), context.seed(), context.cancellation());
    }

    private Fusion fusion() {
        return parameters.method() == Method.RECIPROCAL_RANK
                ? new Fusion.ReciprocalRank(parameters.rankConstant())
                : new Fusion.Weighted(parameters.normalization().form());
    }

    private static ServingModel train(MemberSpec spec, Trainer trainer, TrainingData data, TrainingContext context)
            throws InterruptedException {
        TrainedModel trained;
        try {
            trained = trainer.train(data, context);
        } catch (KindredException e) {
            throw new KindredException("member '" + spec.name() + "' of the ensemble: " + e.getMessage(), e);
        }
        if (trained instanceof ServingModel form && form instanceof UserItemScorer) {
            return form;
        }
        trained.close();
        throw new KindredException("'" + spec.name() + "' cannot be a member of an ensemble: "
                + (trained instanceof UserItemScorer
                        ? "it needs an engine to be served"
                        : "it does not score users known from training"));
    }
}
