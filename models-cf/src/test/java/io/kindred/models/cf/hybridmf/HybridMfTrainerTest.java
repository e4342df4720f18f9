package io.kindred.models.cf.hybridmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.FeatureFactorsModel;
import io.kindred.core.scorer.FoldInFactorsModel;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Strategy;
import io.kindred.core.tck.ContractData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sixty users of four towns, forty items of four kinds; users have mostly items of the kind of their town. Items 36 to 39, one of
 * each kind, and users 56 to 59, one of each town, have no interactions.
 */
final class HybridMfTrainerTest {
    private static final int USERS = 60;
    private static final int ITEMS = 40;

    @ParameterizedTest
    @EnumSource(Loss.class)
    void newItemsAndUsersAreRankedByTheirFeatures(Loss loss) throws InterruptedException {
        FeatureFactorsModel model = (FeatureFactorsModel) train(parameters(loss, true), towns());

        float[] scores = new float[ITEMS];
        int first = 0;
        for (int u = 0; u < USERS; u++) {
            model.scoreAll(u, scores);
            first += best(scores) == 36 + u % 4 ? 1 : 0;
        }
        // By chance a quarter of the users would get their own kind's new item first.
        assertThat(first).isGreaterThanOrEqualTo(54);
        for (int town = 0; town < 4; town++) {
            model.scoreFeatures(Map.of("town", "t" + town), scores);
            assertThat(best(scores)).isEqualTo(36 + town);
        }
    }

    private static int best(float[] scores) {
        int best = 36;
        for (int i = 37; i < ITEMS; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void lossFalls(Loss loss) throws InterruptedException {
        List<Double> losses = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            losses.add(metrics.get("loss"));
            return EpochListener.Verdict.CONTINUE;
        };

        new HybridMfTrainer(parameters(loss, true))
                .train(towns(), TrainingContext.ofSeed(3).withListener(listener));

        assertThat(losses.getLast()).isLessThan(0.8 * losses.getFirst());
    }

    @Test
    void withoutIdentitiesMetadataCarryEverything() throws InterruptedException {
        FeatureFactorsModel model = (FeatureFactorsModel) train(parameters(Loss.WARP, false), towns());

        // Users of one town cannot be told apart, nor can items of one kind.
        float[] one = new float[ITEMS];
        float[] other = new float[ITEMS];
        model.scoreAll(1, one);
        model.scoreAll(5, other);
        assertThat(one).containsExactly(other);
        assertThat(one[1]).isEqualTo(one[37]).isGreaterThan(one[2]);
    }

    @Test
    void withoutFeaturesItIsMatrixFactorisationAndSaysSo() throws InterruptedException {
        TrainedModel model = train(parameters(Loss.WARP, true), TrainingData.of(towns().interactions()));

        assertThat(model).isExactlyInstanceOf(FoldInFactorsModel.class);
        RecommendationQuery stranger =
                RecommendationQuery.builder().features(Map.of("town", "t1")).build();
        assertThat(Dispatcher.recommend(model, stranger).strategy()).isEqualTo(Strategy.FALLBACK);
    }

    @Test
    void historiesAreFoldedIn() throws InterruptedException {
        TrainedModel model = train(parameters(Loss.WARP, true), towns());

        RecommendationQuery query = RecommendationQuery.builder()
                .history(List.of("i2", "i6", "i10"))
                .k(5)
                .build();

        assertThat(Dispatcher.recommend(model, query).strategy()).isEqualTo(Strategy.FOLD_IN);
        assertThat(Dispatcher.recommend(model, query).items())
                .allSatisfy(item ->
                        assertThat(Integer.parseInt(item.id().substring(1)) % 4).isEqualTo(2));
    }

    @Test
    void weightsOfZeroAreAsIfTheyWereNotThere() throws InterruptedException {
        HybridMfParameters weighted =
                new HybridMfParameters(8, 20, 0.05, 0, 0, Loss.BPR, 20, 5, 5, 10, true, true, 2, true);
        TrainingData data = towns();
        Interactions.Builder builder = Interactions.builder(
                data.interactions().users(), data.interactions().items(), TimeKind.NONE);
        builder.add(0, 0, 2f, 0).add(0, 1, 0f, 0).add(1, 0, 2f, 0).add(2, 0, 2f, 0);

        FeatureFactorsModel model = (FeatureFactorsModel) train(weighted, data.withInteractions(builder.build()));

        float[] scores = new float[ITEMS];
        model.scoreAll(0, scores);
        assertThat(scores[0]).isGreaterThan(scores[1]);
    }

    @Test
    void negativeWeightsAreRefusedByName() {
        HybridMfParameters weighted =
                new HybridMfParameters(8, 20, 0.05, 0, 0, Loss.BPR, 20, 5, 5, 10, true, true, 2, true);
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 3), TimeKind.NONE);
        builder.add(0, 0, 2f, 0).add(1, 2, -1f, 0);

        assertThatThrownBy(() -> train(weighted, TrainingData.of(builder.build())))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("user 'u1'")
                .hasMessageContaining("item 'i2'")
                .hasMessageContaining("-1.0");
    }

    @Test
    void nothingToLearnFromIsRefused() {
        assertThatThrownBy(() -> train(parameters(Loss.WARP, true), ContractData.empty()))
                .isInstanceOf(KindredException.class)
                .hasMessage("hybrid-mf cannot be trained: the training data have no interactions");
        assertThatThrownBy(() -> train(parameters(Loss.WARP, true), ContractData.oneItem()))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("every one of the 1 items");
        assertThatThrownBy(() -> train(parameters(Loss.WARP, false), TrainingData.of(towns().interactions())))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("set userIdentities=true");
    }

    private static HybridMfParameters parameters(Loss loss, boolean identities) {
        return new HybridMfParameters(8, 30, 0.05, 1e-4, 1e-4, loss, 20, 5, 2, 4, identities, identities, 2, false);
    }

    private static TrainedModel train(HybridMfParameters parameters, TrainingData data) throws InterruptedException {
        return new HybridMfTrainer(parameters).train(data, TrainingContext.ofSeed(3));
    }

    private static TrainingData towns() {
        SplittableRandom random = new SplittableRandom(5);
        Vocabulary users = ContractData.vocabulary("u", USERS);
        Vocabulary items = ContractData.vocabulary("i", ITEMS);
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.ORDER);
        for (int n = 0; n < 700; n++) {
            int user = random.nextInt(USERS - 4);
            int item = random.nextInt(8) > 0 ? random.nextInt(9) * 4 + user % 4 : random.nextInt(ITEMS - 4);
            builder.add(user, item);
        }
        return new TrainingData(
                builder.build(),
                new FeatureTable(users, List.of(ofFour("town", "t", USERS))),
                new FeatureTable(items, List.of(ofFour("kind", "k", ITEMS))),
                Provenance.memory());
    }

    private static FeatureColumn ofFour(String name, String prefix, int rows) {
        int[] offsets = new int[rows + 1];
        int[] codes = new int[rows];
        for (int r = 0; r < rows; r++) {
            offsets[r + 1] = r + 1;
            codes[r] = r % 4;
        }
        return new FeatureColumn.Categories(name, ContractData.vocabulary(prefix, 4), offsets, codes, true);
    }
}
