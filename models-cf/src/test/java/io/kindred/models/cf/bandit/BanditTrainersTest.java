package io.kindred.models.cf.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.bandit.CountedArms;
import io.kindred.core.bandit.LinearArms;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.BanditModel;
import io.kindred.core.scorer.ContextualBanditModel;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.tck.ContractData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What bandits count, by hand; what contexts bring; updates against training on everything. */
final class BanditTrainersTest {
    private static final TrainingContext CONTEXT = TrainingContext.ofSeed(1);

    private static Interactions.Builder builder(int users, int items) {
        return Interactions.builder(
                ContractData.vocabulary("u", users), ContractData.vocabulary("i", items), TimeKind.ORDER);
    }

    private static EpsilonGreedyParameters greedy(RewardSource source) {
        return new EpsilonGreedyParameters(0.1, 1, 1, source);
    }

    private static LinUcbParameters linear(RewardSource source) {
        return new LinUcbParameters(0, 0, 1, 1, source);
    }

    private static CountedArms arms(Recommender model) {
        return (CountedArms) ((BanditModel) model).policy().arms();
    }

    private static TrainedModel trained(EpsilonGreedyParameters parameters, TrainingData data)
            throws InterruptedException {
        return new EpsilonGreedyProvider().trainer(parameters).train(data, CONTEXT);
    }

    @Test
    void implicitFeedbackCountsDifferentUsersOfThoseWhoHadAnything() throws InterruptedException {
        TrainingData data = TrainingData.of(builder(4, 3)
                .add(0, 0, 5, 0)
                .add(0, 0, 1, 0)
                .add(1, 0, 1, 0)
                .add(2, 1, 1, 0)
                .build());

        CountedArms arms = arms(trained(greedy(RewardSource.IMPLICIT), data));

        assertThat(arms.pulls()).containsExactly(3, 3, 3);
        assertThat(arms.rewards()).containsExactly(2, 1, 0);
    }

    @Test
    void exposuresCountWhatWasShownAndWhatItEarned() throws InterruptedException {
        TrainingData data = TrainingData.of(builder(2, 3)
                .add(0, 0, 1, 0)
                .add(0, 0, 0, 0)
                .add(1, 0, 0, 0)
                .add(1, 1, 0.5f, 0)
                .build());

        try (TrainedModel model = trained(greedy(RewardSource.EXPOSURES), data)) {
            assertThat(arms(model).pulls()).containsExactly(3, 1, 0);
            assertThat(arms(model).rewards()).containsExactly(1, 0.5, 0);
            assertThat(model.histories().of(0))
                    .as("what earned nothing may come again")
                    .containsExactly(0);
            assertThat(model.histories().of(1)).containsExactly(1);
        }
    }

    @Test
    void ratingsAreNoRewardsOfExposures() {
        TrainingData data = TrainingData.of(builder(2, 3).add(1, 2, 4, 0).build());

        assertThatThrownBy(() -> trained(greedy(RewardSource.EXPOSURES), data))
                .isInstanceOf(KindredException.class)
                .hasMessage("the interaction of user 'u1' with item 'i2' has the value 4.0, but with rewards=exposures"
                        + " values are rewards from 0 to 1; set rewards=implicit");
    }

    @Test
    void withoutInteractionsThereIsNothingToLearn() {
        assertThatThrownBy(() -> trained(greedy(RewardSource.IMPLICIT), ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("epsilon-greedy cannot be trained");
    }

    /** Twenty users, the even ones young: of items 0 and 1 the young had the first and the old the second. */
    private static TrainingData ages(int users, RewardSource source) {
        Interactions.Builder builder = builder(users, 3);
        int[] offsets = new int[users + 1];
        int[] codes = new int[users];
        for (int u = 0; u < users; u++) {
            offsets[u + 1] = u + 1;
            codes[u] = u % 2;
            builder.add(u, u % 2, 1, u);
            if (source == RewardSource.EXPOSURES) {
                builder.add(u, 1 - u % 2, 0, u);
            }
        }
        Interactions interactions = builder.build();
        FeatureColumn age =
                new FeatureColumn.Categories("age", Vocabulary.of(List.of("young", "old")), offsets, codes, true);
        return new TrainingData(
                interactions,
                new FeatureTable(interactions.users(), List.of(age)),
                FeatureTable.none(interactions.items()),
                Provenance.memory());
    }

    @Test
    void featuresOfUsersDecideWhatTheyAreShown() throws InterruptedException {
        for (RewardSource source : RewardSource.values()) {
            try (TrainedModel model =
                    new LinUcbProvider().trainer(linear(source)).train(ages(20, source), CONTEXT)) {
                for (String age : new String[] {"young", "old"}) {
                    RecommendationQuery query = RecommendationQuery.builder()
                            .features(Map.of("age", age))
                            .k(1)
                            .build();
                    assertThat(Dispatcher.recommend(model, query)
                                    .items()
                                    .getFirst()
                                    .id())
                            .as("%s %s", source, age)
                            .isEqualTo(age.equals("young") ? "i0" : "i1");
                }
            }
        }
    }

    @Test
    void linearSumsByHand() throws InterruptedException {
        try (TrainedModel model = new LinUcbProvider()
                .trainer(linear(RewardSource.EXPOSURES))
                .train(ages(4, RewardSource.EXPOSURES), CONTEXT)) {
            LinearArms arms =
                    (LinearArms) ((ContextualBanditModel) model).policy().arms();
            // Two young and two old were shown item 0: the young clicked. x = (1, young, old).
            assertThat(arms.products()[0]).containsExactly(4, 2, 2, 2, 2, 0, 2, 0, 2);
            assertThat(arms.responses()[0]).containsExactly(2, 2, 0);
            assertThat(arms.responses()[2]).containsExactly(0, 0, 0);
        }
    }

    @Test
    void anUpdateKnowsWhatTrainingOnEverythingKnows() throws InterruptedException {
        for (RewardSource source : RewardSource.values()) {
            TrainingData all = ages(20, source);
            Interactions interactions = all.interactions();
            TrainingData first =
                    all.withInteractions(interactions.filter((user, item, value, time, position) -> user < 13));
            TrainingData rest =
                    all.withInteractions(interactions.filter((user, item, value, time, position) -> user >= 13));

            IncrementallyTrainable linear = (IncrementallyTrainable) new LinUcbProvider().trainer(linear(source));
            IncrementallyTrainable counted =
                    (IncrementallyTrainable) new EpsilonGreedyProvider().trainer(greedy(source));

            ContextualBanditModel updated =
                    (ContextualBanditModel) linear.update(linear.train(first, CONTEXT), rest, CONTEXT);
            ContextualBanditModel whole = (ContextualBanditModel) linear.train(all, CONTEXT);
            assertThat(((LinearArms) updated.policy().arms()).products())
                    .isDeepEqualTo(((LinearArms) whole.policy().arms()).products());
            assertThat(((LinearArms) updated.policy().arms()).responses())
                    .isDeepEqualTo(((LinearArms) whole.policy().arms()).responses());

            Recommender more = counted.update(counted.train(first, CONTEXT), rest, CONTEXT);
            Recommender once = counted.train(all, CONTEXT);
            assertThat(arms(more).pulls()).containsExactly(arms(once).pulls());
            assertThat(arms(more).rewards()).containsExactly(arms(once).rewards(), within(1e-12));
        }
    }

    @Test
    void tooManyFeaturesForTheMemoryAreRefused() {
        int users = 6000;
        Interactions.Builder builder = builder(users, 3000);
        int[] offsets = new int[users + 1];
        int[] codes = new int[users];
        Vocabulary.Builder names = Vocabulary.builder();
        for (int u = 0; u < users; u++) {
            offsets[u + 1] = u + 1;
            codes[u] = u;
            names.add("name" + u);
            builder.add(u, u % 3000, 1, u);
        }
        Interactions interactions = builder.build();
        FeatureColumn name = new FeatureColumn.Categories("name", names.build(), offsets, codes, true);
        TrainingData data = new TrainingData(
                interactions,
                new FeatureTable(interactions.users(), List.of(name)),
                FeatureTable.none(interactions.items()),
                Provenance.memory());

        assertThatThrownBy(() -> new LinUcbProvider()
                        .trainer(linear(RewardSource.EXPOSURES))
                        .train(data, CONTEXT))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("lin-ucb with 6000 features of users and 3000 items needs ")
                .hasMessageContaining("raise minCount (now 1)");
    }
}
