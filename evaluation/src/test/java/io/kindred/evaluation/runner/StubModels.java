package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Param;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import io.kindred.evaluation.stats.SplitMix64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Models for tests that remember how often they were trained. */
final class StubModels {
    /** Names and seeds of all trainings, in order. */
    final List<String> trainings = new CopyOnWriteArrayList<>();

    /** While set, the model "fragile" cannot be trained. */
    volatile boolean broken;

    private final AtomicLong wobble = new AtomicLong();

    /** How the scores are mixed: popularity and noise. */
    record StubParameters(
            @Param(doc = "weight of popularity", min = 0, max = 10)
            double popularity,

            @Param(doc = "epochs", min = 1, max = 100) int epochs) {}

    ModelCatalog catalog() {
        return ModelCatalog.of(List.of(
                new Stub("steady", true),
                new Stub("other", true),
                new Stub("fragile", true),
                new Stub("wobbly", false)));
    }

    private final class Stub implements ModelProvider<StubParameters> {
        private final String name;
        private final boolean deterministic;

        Stub(String name, boolean deterministic) {
            this.name = name;
            this.deterministic = deterministic;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public ModelCard card() {
            return new ModelCard(
                    "Stub",
                    ModelCard.Family.BASELINE,
                    "Popularity and noise.",
                    "nobody, 2026",
                    ModelCard.Feedback.IMPLICIT,
                    ArtifactKind.POPULARITY,
                    deterministic);
        }

        @Override
        public Class<StubParameters> parametersType() {
            return StubParameters.class;
        }

        @Override
        public StubParameters defaults() {
            return new StubParameters(1, 2);
        }

        @Override
        public Trainer trainer(StubParameters parameters) {
            return (data, context) -> train(data, context, parameters);
        }

        private TrainedModel train(TrainingData data, TrainingContext context, StubParameters parameters) {
            if (broken && name.equals("fragile")) {
                throw new KindredException("the fragile model is broken today");
            }
            trainings.add(name + "-" + context.seed());
            context.listener().onStart(parameters.epochs());
            for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
                context.listener().onEpoch(epoch, Map.of("loss", 1.0 / epoch), () -> {
                    throw new AssertionError("nobody looks at this model while it is trained");
                });
            }
            long noise = context.seed() + name.hashCode() + (deterministic ? 0 : wobble.incrementAndGet());
            return new Mixture(name, data.interactions(), parameters, noise, deterministic);
        }
    }

    private record Mixture(
            String name, Interactions train, StubParameters parameters, long noise, boolean deterministic)
            implements TrainedModel, UserItemScorer {
        @Override
        public ModelInfo info() {
            return new ModelInfo(
                    name,
                    ArtifactKind.POPULARITY,
                    Map.of("popularity", parameters.popularity(), "epochs", (long) parameters.epochs()),
                    deterministic);
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
            SplitMix64 random = SplitMix64.stream(noise, user);
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (float) (parameters.popularity() * train.byItem().length(i) + random.nextDouble());
            }
        }

        @Override
        public void save(ArtifactWriter out) {
            throw new AssertionError("nothing saves this model");
        }

        @Override
        public void close() {}
    }
}
