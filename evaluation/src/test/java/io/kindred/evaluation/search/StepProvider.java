package io.kindred.evaluation.search;

import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.EpochListener.Verdict;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Param;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.UserItemScorer;
import java.util.Map;

/** A model that ranks the item first whose index is nearest to a parameter, and comes there an item an epoch. */
final class StepProvider implements ModelProvider<StepProvider.Parameters> {
    enum Shape {
        FLAT,
        STEEP_ONE
    }

    record Parameters(
            @Param(doc = "item that is ranked first", min = 0, max = 100)
            int target,

            @Param(doc = "how often", min = 1, max = 1000) int epochs,

            @Param(doc = "strength", min = 1e-6, max = 1e3, log = true)
            double strength,

            @Param(doc = "share", min = 0, max = 1) double share,

            @Param(doc = "small strength on a wide scale", min = 0, max = 10)
            float decay,

            @Param(doc = "offset", min = -5, max = 5) int offset,

            @Param(doc = "whether") boolean flag,

            @Param(doc = "which") Shape shape,

            @Param(doc = "columns") String columns,

            @Param(doc = "kept back; 0 for none", min = 0, max = 1000)
            int spare) {
        Parameters {
            if (target > 2 * epochs) {
                throw new IllegalArgumentException("target is " + target + " but must be at most twice the epochs");
            }
        }
    }

    @Override
    public String name() {
        return "step";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Step",
                ModelCard.Family.BASELINE,
                "For tests.",
                "none",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.NETWORK,
                true);
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(3, 8, 0.01, 0.5f, 0.05f, 0, false, Shape.FLAT, "", 0);
    }

    @Override
    public Trainer trainer(Parameters parameters) {
        return (data, context) -> {
            context.listener().onStart(parameters.epochs());
            int at = 0;
            for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
                context.cancellation().check();
                at = Math.min(epoch, parameters.target());
                int reached = at;
                if (context.listener().onEpoch(epoch, Map.of(), () -> new Model(data.interactions(), reached))
                        == Verdict.STOP) {
                    break;
                }
            }
            return new Model(data.interactions(), at);
        };
    }

    /** Scores fall with the distance from an item. */
    record Model(Interactions train, int first) implements TrainedModel, UserItemScorer {
        @Override
        public ModelInfo info() {
            return new ModelInfo("step", ArtifactKind.NETWORK, Map.of(), true);
        }

        @Override
        public Vocabulary users() {
            return train.users();
        }

        @Override
        public Vocabulary items() {
            return train.items();
        }

        @Override
        public UserHistories histories() {
            return UserHistories.of(train);
        }

        @Override
        public boolean canScore(int user) {
            return true;
        }

        @Override
        public void scoreAll(int user, float[] scores) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = -Math.abs(i - first);
            }
        }

        @Override
        public void save(ArtifactWriter out) {
            throw new AssertionError("nothing saves this model");
        }
    }
}
