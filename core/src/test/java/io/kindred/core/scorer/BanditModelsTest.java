package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.bandit.BanditPolicy;
import io.kindred.core.bandit.BanditRule;
import io.kindred.core.bandit.CountedArms;
import io.kindred.core.bandit.LinearArms;
import io.kindred.core.data.FeatureEncoding;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.Capability;
import io.kindred.core.model.ModelInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bandit forms: saved and loaded, asked with and without chance, and broken files. */
final class BanditModelsTest {
    private static final Vocabulary USERS = Vocabulary.of(List.of("u0", "u1", "u2"));
    private static final Vocabulary ITEMS = Vocabulary.of(List.of("i0", "i1", "i2", "i3", "i4", "i5"));
    private static final ModelInfo INFO = new ModelInfo("toy", ArtifactKind.BANDIT, Map.of(), true);

    @TempDir
    Path folder;

    private static BanditModel counted(BanditRule rule) {
        double[] pulls = {10, 20, 30, 40, 50, 60.1};
        double[] rewards = {5, 5, 5, 5, 5, 5.1};
        return new BanditModel(
                INFO,
                USERS,
                ITEMS,
                ToyModels.histories(),
                new BanditPolicy(new CountedArms(pulls, rewards, 1, 2), rule));
    }

    /** u0 is young, u1 old, of u2 nothing is known; the young like i3, the old i4. */
    private static ContextualBanditModel contextual(BanditRule rule) {
        LinearArms arms = LinearArms.fresh(6, 3, 1);
        for (int n = 0; n < 20; n++) {
            arms.add(new float[] {1, 1, 0}, 3, 1);
            arms.add(new float[] {1, 0, 1}, 3, 0);
            arms.add(new float[] {1, 1, 0}, 4, 0);
            arms.add(new float[] {1, 0, 1}, 4, 1);
        }
        FeatureEncoding encoding =
                new FeatureEncoding(Vocabulary.of(List.of("age=young", "age=old")), new float[] {Float.NaN, Float.NaN});
        SparseMatrix indicators = SparseMatrix.of(new int[] {0, 1, 2, 2}, new int[] {0, 1}, new float[] {1, 1}, 2);
        return new ContextualBanditModel(
                INFO, USERS, ITEMS, ToyModels.histories(), encoding, indicators, new BanditPolicy(arms, rule));
    }

    private static List<String> ids(Recommendations answer) {
        return answer.items().stream().map(Recommendations.Item::id).toList();
    }

    @Test
    void withoutExploringTheListIsThatOfTheScores() {
        Recommendations answer =
                Dispatcher.recommend(counted(BanditRule.epsilonGreedy(0.5)), RecommendationQuery.forUser("u0", 3));

        // u0 had i0 and i1
        assertThat(ids(answer)).containsExactly("i2", "i3", "i4");
        assertThat(answer.items())
                .allSatisfy(item -> assertThat(item.propensity()).isEmpty());
    }

    @Test
    void exploringDrawsAmongWhatIsAllowedAndSaysHowLikely() {
        BanditModel model = counted(BanditRule.epsilonGreedy(0.4));
        RecommendationQuery.Builder query =
                RecommendationQuery.builder().user("u0").exclude(Set.of("i2")).k(2);
        boolean different = false;
        for (int seed = 0; seed < 50; seed++) {
            Recommendations answer =
                    Dispatcher.recommend(model, query.explore(seed).build());
            assertThat(answer.strategy()).isEqualTo(Strategy.KNOWN_USER);
            assertThat(ids(answer)).hasSize(2).doesNotContain("i0", "i1", "i2");
            double first = answer.items().getFirst().propensity().orElseThrow();
            assertThat(first).isCloseTo(ids(answer).getFirst().equals("i3") ? 0.6 + 0.4 / 3 : 0.4 / 3, within(1e-12));
            assertThat(Dispatcher.recommend(model, query.explore(seed).build())).isEqualTo(answer);
            different |= !ids(answer).getFirst().equals("i3");
        }
        assertThat(different).as("whether anything but the best was ever drawn").isTrue();
    }

    @Test
    void aModelWithoutChanceIgnoresTheWishToExplore() {
        RecommendationQuery plain = RecommendationQuery.forUser("u1", 3);
        RecommendationQuery exploring =
                RecommendationQuery.builder().user("u1").k(3).explore(9).build();

        assertThat(Dispatcher.recommend(ToyModels.similarity(), exploring))
                .isEqualTo(Dispatcher.recommend(ToyModels.similarity(), plain));
    }

    @Test
    void contextsDecideForKnownUsersAndForStrangersWithFeatures() {
        ContextualBanditModel model = contextual(BanditRule.upperBound(0.1));
        assertThat(Capability.of(model))
                .containsExactlyInAnyOrder(Capability.USER_ITEM_SCORER, Capability.COLD_START, Capability.PROPENSITIES);

        assertThat(ids(Dispatcher.recommend(model, RecommendationQuery.forUser("u0", 1))))
                .containsExactly("i3");
        assertThat(ids(Dispatcher.recommend(model, RecommendationQuery.forUser("u1", 1))))
                .containsExactly("i4");
        RecommendationQuery.Builder stranger =
                RecommendationQuery.builder().k(1).features(Map.of("age", "old"));
        Recommendations answer = Dispatcher.recommend(model, stranger.build());
        assertThat(answer.strategy()).isEqualTo(Strategy.COLD_START);
        assertThat(ids(answer)).containsExactly("i4");
        assertThat(ids(Dispatcher.recommend(model, stranger.explore(3).build())))
                .containsExactly("i4");
    }

    @Test
    void savedModelsAnswerAsBefore() throws Exception {
        for (BanditRule rule : List.of(
                BanditRule.upperBound(0.7),
                BanditRule.posterior(0.5, 30, (1L << 47) + 3),
                new BanditRule(BanditRule.Exploration.GREEDY, 0, 0.25, 1, 0))) {
            for (ServingModel model : List.of(counted(rule), contextual(rule))) {
                Path artifact = Files.createTempDirectory(folder, "a").resolve("artifact");
                Artifacts.save(artifact, model, ToyModels.DETAILS);
                try (OpenArtifact opened = Artifacts.open(artifact)) {
                    assertThat(opened.model()).isInstanceOf(model.getClass());
                    for (int seed = 0; seed < 20; seed++) {
                        RecommendationQuery query = RecommendationQuery.builder()
                                .user("u1")
                                .k(4)
                                .explore(seed)
                                .build();
                        assertThat(Dispatcher.recommend(opened.model(), query))
                                .isEqualTo(Dispatcher.recommend(model, query));
                    }
                }
            }
        }
    }

    @Test
    void sumsGoOnWhereTheyWereSaved() throws Exception {
        Path artifact = folder.resolve("artifact");
        Artifacts.save(artifact, counted(BanditRule.upperBound(1)), ToyModels.DETAILS);
        try (OpenArtifact opened = Artifacts.open(artifact)) {
            CountedArms arms =
                    (CountedArms) ((BanditModel) opened.model()).policy().arms();
            assertThat(arms.pulls()[5]).isCloseTo(60.1, within(1e-12));
            assertThat(arms.failures()).isEqualTo(2);
        }
    }

    @Test
    void anArtifactWithASettingThatCannotBeIsRefused() throws Exception {
        Path artifact = folder.resolve("artifact");
        Artifacts.save(artifact, counted(BanditRule.epsilonGreedy(0.25)), ToyModels.DETAILS);
        Path manifest = artifact.resolve("manifest.json");
        String text = Files.readString(manifest);
        for (String[] broken : List.of(
                new String[] {"\"epsilon\":0.25", "\"epsilon\":7.5"},
                new String[] {"\"exploration\":0.0", "\"exploration\":9.0"},
                new String[] {"\"prior_successes\":1.0", "\"prior_successes\":-1.0"})) {
            String changed = text.replaceAll("\"\\s*:\\s*", "\":").replace(broken[0], broken[1]);
            assertThat(changed).as("the manifest has %s", broken[0]).contains(broken[1]);
            Files.writeString(manifest, changed);
            assertThatThrownBy(() -> Artifacts.open(artifact))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("do not fit together");
        }
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        BanditPolicy five = new BanditPolicy(CountedArms.fresh(5), BanditRule.upperBound(1));
        assertThatThrownBy(() -> new BanditModel(INFO, USERS, ITEMS, ToyModels.histories(), five))
                .hasMessage("a bandit without a context needs 6 counted arms");
        FeatureEncoding encoding = new FeatureEncoding(Vocabulary.empty(), new float[0]);
        SparseMatrix none = SparseMatrix.of(new int[4], new int[0], new float[0], 0);
        assertThatThrownBy(() ->
                        new ContextualBanditModel(INFO, USERS, ITEMS, ToyModels.histories(), encoding, none, five))
                .hasMessage("a contextual bandit needs 6 linear arms with contexts of 1 numbers");
    }
}
