package io.kindred.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kindred.core.KindredException;
import io.kindred.core.artifact.ArtifactDetails;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.Manifest;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.json.Json;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.Capability;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every model provider must hold to. A model's kit class extends this one, gives the provider, fast parameters and,
 * where a perfect score on the checkerboard is not to be had, a quality floor with its reason; every test is inherited.
 *
 * <p>Training in these tests must take a fraction of a second with the fast parameters.
 *
 * @param <P> the provider's hyper-parameters
 */
public abstract class ModelProviderContract<P extends Record> {
    private static final long SEED = 42;
    private static final int CHECKERBOARD = 40;

    @TempDir
    Path directory;

    /** The provider under test. */
    protected abstract ModelProvider<P> provider();

    /** Parameters with which training takes a fraction of a second and the checkerboard is learnt. */
    protected abstract P fastParameters();

    /** How much of the checkerboard must be found. */
    protected QualityFloor qualityFloor() {
        return QualityFloor.perfect();
    }

    /** The catalog in which the provider must be found: what is on the class path. */
    protected ModelCatalog catalog() {
        return ModelCatalog.load();
    }

    /** How long a stopped run may take to end: a second, and room for a busy machine. */
    protected Duration stopLimit() {
        return Duration.ofSeconds(10);
    }

    // ---- the provider ----

    @Test
    final void isFoundByItsName() {
        schema();
        assertThat(catalog().names()).contains(provider().name());
        assertThat(catalog().get(provider().name())).isInstanceOf(provider().getClass());
        for (String alias : provider().aliases()) {
            assertThat(catalog().get(alias)).isInstanceOf(provider().getClass());
        }
    }

    @Test
    final void hasACardThatSaysWhatItIs() {
        assertThat(provider().card().title()).isNotBlank();
        assertThat(provider().card().summary()).isNotBlank();
        assertThat(provider().card().paper()).isNotBlank();
    }

    @Test
    final void everyParameterIsDocumentedAndItsDefaultLegal() {
        ParameterSchema<P> schema = ParameterSchema.of(provider());
        assertThat(schema.parameters()).allSatisfy(p -> assertThat(p.doc()).isNotBlank());
    }

    @Test
    final void parametersSurviveJson() {
        ParameterSchema<P> schema = schema();
        for (P parameters : List.of(provider().defaults(), fastParameters())) {
            String json = Json.write(schema.toMap(parameters));
            assertThat(schema.fromMap(Json.parseObject(json, "parameters"))).isEqualTo(parameters);
        }
    }

    @Test
    final void unknownParameterIsRefusedByName() {
        ParameterSchema<P> schema = schema();
        assertThatThrownBy(() -> schema.fromMap(Map.of("noSuchParameter", 1)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("noSuchParameter")
                .hasMessageContaining(provider().name());
    }

    @Test
    final void valueOutOfRangeIsRefusedWithTheLegalOnes() {
        ParameterSchema<P> schema = schema();
        for (ParameterSchema.Parameter parameter : schema.parameters()) {
            for (String illegal : ContractValues.illegal(parameter)) {
                assertThatThrownBy(() -> schema.fromMap(Map.of(parameter.name(), illegal)))
                        .as("%s=%s", parameter.name(), illegal)
                        .isInstanceOf(KindredException.class)
                        .hasMessageContaining(parameter.name())
                        .hasMessageContaining(illegal);
            }
        }
    }

    // ---- training ----

    @Test
    final void findsTheItemHiddenFromEachUserOfACheckerboard() throws InterruptedException {
        assumeTrue(qualityFloor().precisionAt1() > 0, qualityFloor().reason());
        Checkerboard board = Checkerboard.of(CHECKERBOARD);
        try (Recommender model = train(board.data())) {
            assertThat(board.precisionAt1(model))
                    .as("precision@1 %s", qualityFloor().reason())
                    .isGreaterThanOrEqualTo(qualityFloor().precisionAt1());
        }
    }

    @Test
    final void modelSaysWhatItIs() throws InterruptedException {
        schema();
        try (Recommender model = train(small())) {
            assertThat(model.info()).isEqualTo(ModelInfo.of(provider(), fastParameters()));
            assertThat(model.users()).isEqualTo(small().interactions().users());
            assertThat(model.items()).isEqualTo(small().interactions().items());
        }
    }

    @Test
    final void sameSeedGivesTheSameBits() throws InterruptedException {
        assumeTrue(provider().card().deterministic(), "the card says that it is not deterministic");
        try (Recommender first = train(small());
                Recommender second = train(small())) {
            assertThat(ScoreSheet.of(first).firstDifference(ScoreSheet.of(second)))
                    .isEmpty();
        }
    }

    @Test
    final void sixteenThreadsGiveTheBitsOfOne() throws InterruptedException {
        assumeTrue(provider().card().deterministic(), "the card says that it is not deterministic");
        TrainingContext context = TrainingContext.ofSeed(SEED);
        try (Recommender one = train(small(), fastParameters(), context.withThreads(1));
                Recommender sixteen = train(small(), fastParameters(), context.withThreads(16))) {
            assertThat(ScoreSheet.of(one).firstDifference(ScoreSheet.of(sixteen)))
                    .isEmpty();
        }
    }

    @Test
    final void inputIsUntouched() throws InterruptedException {
        TrainingData data = small();
        long before = DataDigest.of(data);
        train(data).close();
        assertThat(DataDigest.of(data)).as("checksum of the training data").isEqualTo(before);
    }

    @Test
    final void listenerMayStopTrainingAndKeepASnapshot() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<Recommender> snapshot = new AtomicReference<>();
        EpochListener listener = (epoch, metrics, supplier) -> {
            calls.incrementAndGet();
            snapshot.set(supplier.get());
            return EpochListener.Verdict.STOP;
        };
        TrainingContext context = TrainingContext.ofSeed(SEED).withListener(listener);
        try (Recommender model = train(small(), fastParameters(), context)) {
            assertThat(calls.get()).as("calls of a listener that says stop").isLessThanOrEqualTo(1);
            assertThat(ScoreSheet.of(model).rows()).isNotEmpty();
            if (calls.get() == 1) {
                assertThat(ScoreSheet.of(snapshot.get()).rows()).isNotEmpty();
            }
        }
    }

    @Test
    final void doesNotStartWhenCancelledBefore() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        TrainingContext context = TrainingContext.ofSeed(SEED).withCancellation(cancellation);
        assertThatThrownBy(() -> train(small(), fastParameters(), context)).isInstanceOf(InterruptedException.class);
    }

    @Test
    final void cancellationStopsTraining() throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        TrainingRun run = longRun(context().withCancellation(cancellation));
        run.start(stopLimit().multipliedBy(6));
        cancellation.cancel();
        run.assertStopped(stopLimit());
    }

    @Test
    final void interruptStopsTraining() throws InterruptedException {
        TrainingRun run = longRun(context());
        run.start(stopLimit().multipliedBy(6));
        run.interrupt();
        run.assertStopped(stopLimit());
    }

    // ---- awkward data ----

    @Test
    final void dataWithoutInteractionsAreRefusedOrLearnt() throws InterruptedException {
        ContractChecks.refusedOrProper(() -> train(ContractData.empty()));
        ContractChecks.refusedOrProper(() -> train(ContractData.withoutIds()));
    }

    @Test
    final void oneUserOrOneItemIsRefusedOrLearnt() throws InterruptedException {
        ContractChecks.refusedOrProper(() -> train(ContractData.oneUser()));
        ContractChecks.refusedOrProper(() -> train(ContractData.oneItem()));
    }

    @Test
    final void coldRowsHarmNobody() throws InterruptedException {
        try (Recommender model = train(ContractData.coldRows())) {
            ContractChecks.scoresAreProper(model);
            for (int u = 0; u < model.users().size(); u++) {
                String id = model.users().idOf(u);
                ContractChecks.listIsProper(Dispatcher.recommend(model, RecommendationQuery.forUser(id, 10)), 10);
            }
        }
    }

    @Test
    final void duplicatesHarmNobody() throws InterruptedException {
        try (Recommender model = train(ContractData.duplicates())) {
            ContractChecks.scoresAreProper(model);
        }
    }

    // ---- going on from an earlier model ----

    @Test
    final void updateLearnsNewUsersAndItems() throws InterruptedException {
        IncrementallyTrainable trainer = incremental();
        Path artifact = directory.resolve("base");
        TrainingData news = ContractData.news(small());
        try (TrainedModel base = train(small())) {
            Artifacts.save(artifact, base, ArtifactDetails.of(small().provenance(), SEED));
            TrainedModel updated;
            try (OpenArtifact opened = Artifacts.open(artifact)) {
                updated = trainer.update(opened.model(), news, context());
            }
            // The artifact is unmapped now: the new model must not look at it.
            try (updated) {
                UserHistories expected =
                        UserHistories.of(small().interactions()).extendedBy(news.interactions());
                IncrementChecks.hasGrown(updated, base, expected, news);
                IncrementChecks.everybodyIsScored(updated, base);
            }
        }
    }

    @Test
    final void updateLeavesTheBaseAsItWas() throws InterruptedException {
        IncrementallyTrainable trainer = incremental();
        try (Recommender base = train(small())) {
            ScoreSheet before = ScoreSheet.of(base);
            trainer.update(base, ContractData.news(small()), context()).close();
            assertThat(ScoreSheet.of(base).firstDifference(before)).isEmpty();
        }
    }

    @Test
    final void updateWithNothingNewChangesNothing() throws InterruptedException {
        IncrementallyTrainable trainer = incremental();
        TrainingData nothing =
                small().withInteractions(small().interactions().filter((user, item, value, time, position) -> false));
        try (Recommender base = train(small())) {
            ScoreSheet before = ScoreSheet.of(base);
            try (Recommender updated = trainer.update(base, nothing, context())) {
                assertThat(ScoreSheet.of(updated).firstDifference(before)).isEmpty();
            }
        }
    }

    @Test
    final void updateRefusesIdsInAnotherOrder() throws InterruptedException {
        IncrementallyTrainable trainer = incremental();
        try (Recommender base = train(small())) {
            IncrementChecks.refusesRenumbering(trainer, base, ContractData.news(small()), context());
        }
    }

    @Test
    final void updateDoesNotStartWhenCancelledBefore() throws InterruptedException {
        IncrementallyTrainable trainer = incremental();
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        try (Recommender base = train(small())) {
            assertThatThrownBy(() -> trainer.update(
                            base, ContractData.news(small()), context().withCancellation(cancellation)))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    // ---- answering ----

    @Test
    final void scoresAreFiniteOrNaN() throws InterruptedException {
        try (Recommender model = train(small())) {
            ContractChecks.scoresAreProper(model);
        }
    }

    @Test
    final void scoresOfSomeItemsAreThoseOfAll() throws InterruptedException {
        try (Recommender model = train(small())) {
            assumeTrue(model instanceof UserItemScorer, "the model does not score known users");
            ContractChecks.subsetsScoreAlike((UserItemScorer) model);
        }
    }

    @Test
    final void concurrentScoresAreThoseOfOneThread() throws Exception {
        try (Recommender model = train(small())) {
            ScoreSheet alone = ScoreSheet.of(model);
            for (ScoreSheet sheet : ContractChecks.concurrently(4, () -> ScoreSheet.of(model))) {
                assertThat(sheet.firstDifference(alone)).isEmpty();
            }
        }
    }

    @Test
    final void unknownIdsNeverThrow() throws InterruptedException {
        try (Recommender model = train(small())) {
            ContractChecks.unknownIdsAreHarmless(model);
        }
    }

    @Test
    final void seenExcludedAndOtherThanCandidateItemsStayOut() throws InterruptedException {
        try (Recommender model = train(small())) {
            Set<String> seen = ContractChecks.itemsOf(small().interactions(), 1);
            List<String> plain = ContractChecks.ids(Dispatcher.recommend(model, RecommendationQuery.forUser("u1", 10)));
            assertThat(plain).as("seen items").isNotEmpty().doesNotContainAnyElementsOf(seen);
            Set<String> exclude = Set.copyOf(plain.subList(0, 2));
            assertThat(ContractChecks.ids(Dispatcher.recommend(
                            model,
                            RecommendationQuery.builder()
                                    .user("u1")
                                    .exclude(exclude)
                                    .k(10)
                                    .build())))
                    .as("excluded items")
                    .doesNotContainAnyElementsOf(exclude);
            Set<String> candidates = Set.copyOf(plain.subList(1, 4));
            assertThat(ContractChecks.ids(Dispatcher.recommend(
                            model,
                            RecommendationQuery.builder()
                                    .user("u1")
                                    .candidates(candidates)
                                    .k(10)
                                    .build())))
                    .as("candidates")
                    .containsExactlyElementsOf(plain.subList(1, 4));
        }
    }

    @Test
    final void askingForMoreThanThereIsGivesWhatThereIs() throws InterruptedException {
        try (Recommender model = train(small())) {
            int items = model.items().size();
            RecommendationQuery query = RecommendationQuery.builder()
                    .user("u1")
                    .includeSeen(true)
                    .k(10 * items)
                    .build();
            Recommendations answer = Dispatcher.recommend(model, query);
            ContractChecks.listIsProper(answer, items);
        }
    }

    @Test
    final void everyCapabilityWorks() throws InterruptedException {
        try (Recommender model = train(small())) {
            Set<Capability> capabilities = Capability.of(model);
            assertThat(capabilities).as("capabilities").isNotEmpty();
            for (Capability capability : capabilities) {
                CapabilityChecks.exercise(capability, model);
            }
        }
    }

    @Test
    final void closingTwiceIsHarmless() throws InterruptedException {
        Recommender model = train(small());
        model.close();
        model.close();
        assertThat(model.info().provider()).isEqualTo(provider().name());
    }

    // ---- the artifact ----

    @Test
    final void savedModelAnswersTheSameWithoutItsProvider() throws InterruptedException {
        Path artifact = directory.resolve("artifact");
        try (TrainedModel model = train(small())) {
            Manifest manifest = Artifacts.save(artifact, model, ArtifactDetails.of(small().provenance(), SEED));
            Thread thread = Thread.currentThread();
            ClassLoader usual = thread.getContextClassLoader();
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            try (OpenArtifact opened = Artifacts.open(artifact)) {
                assertThat(ModelCatalog.load().names()).as("an empty catalog").isEmpty();
                assertThat(opened.model().info()).isEqualTo(model.info());
                assertThat(Capability.of(opened.model())).isEqualTo(Capability.of(model));
                assertThat(manifest.capabilities())
                        .isEqualTo(Capability.of(model).stream()
                                .map(Capability::id)
                                .collect(Collectors.toSet()));
                assertThat(ScoreSheet.of(opened.model()).firstDifference(ScoreSheet.of(model)))
                        .isEmpty();
                opened.model().close();
            } finally {
                thread.setContextClassLoader(usual);
            }
        }
    }

    // ---- tools ----

    /** The schema; a provider whose parameters are not documented fails in the one test that is about it. */
    private ParameterSchema<P> schema() {
        try {
            return ParameterSchema.of(provider());
        } catch (KindredException e) {
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }

    /** The trainer, if it can update a model. */
    private IncrementallyTrainable incremental() {
        Trainer trainer = provider().trainer(fastParameters());
        assumeTrue(trainer instanceof IncrementallyTrainable, "the model is always trained anew");
        return (IncrementallyTrainable) trainer;
    }

    private TrainingContext context() {
        return TrainingContext.ofSeed(SEED).withWorkDir(directory);
    }

    /** A run that lasts, so that there is something to stop. */
    private TrainingRun longRun(TrainingContext context) {
        return TrainingRun.ofMostEpochs(provider(), schema(), fastParameters(), context);
    }

    private static TrainingData small() {
        return ContractData.random(7, 60, 40, 600);
    }

    private TrainedModel train(TrainingData data) throws InterruptedException {
        return train(data, fastParameters(), TrainingContext.ofSeed(SEED));
    }

    private TrainedModel train(TrainingData data, P parameters, TrainingContext context) throws InterruptedException {
        return provider().trainer(parameters).train(data, context.withWorkDir(directory));
    }
}
