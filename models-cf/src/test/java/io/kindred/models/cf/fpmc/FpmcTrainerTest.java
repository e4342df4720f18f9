package io.kindred.models.cf.fpmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.SessionFactorsModel;
import io.kindred.core.tck.ContractData;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FpmcTrainerTest {
    private static final FpmcParameters PARAMETERS = new FpmcParameters(8, 10, 0.05, 0.001, false);

    /** Large enough to be cut into two blocks a side. */
    private static final TrainingData BLOCKS = ContractData.random(5, 300, 200, 8_000);

    @Test
    void oneStepIsTheGradientOfTheLossWrittenDown() {
        ChainFactors factors = new ChainFactors(1, 3, 2, 7);
        float[] user = new float[2];
        factors.copyUser(0, user, 0);
        float[] from = factors.beforeMatrix(new boolean[] {true, true, true}).row(0);
        float[] to = factors.afterMatrix().row(1);
        float[] other = factors.afterMatrix().row(2);
        double difference = user[0] * (to[0] - other[0])
                + user[1] * (to[1] - other[1])
                + from[0] * (to[2] - other[2])
                + from[1] * (to[3] - other[3]);

        assertThat((double) factors.difference(0, 0, 1, 2)).isCloseTo(difference, within(1e-6));
        factors.step(0, 0, 1, 2, 0.1f, 0.99f);

        float[] moved = new float[2];
        factors.copyUser(0, moved, 0);
        float[] movedFrom =
                factors.beforeMatrix(new boolean[] {true, true, true}).row(0);
        float[] movedTo = factors.afterMatrix().row(1);
        float[] movedOther = factors.afterMatrix().row(2);
        for (int f = 0; f < 2; f++) {
            assertThat(moved[f]).isCloseTo(0.99f * user[f] + 0.1f * (to[f] - other[f]), within(1e-6f));
            assertThat(movedFrom[f]).isCloseTo(0.99f * from[f] + 0.1f * (to[f + 2] - other[f + 2]), within(1e-6f));
            assertThat(movedTo[f]).isCloseTo(0.99f * to[f] + 0.1f * user[f], within(1e-6f));
            assertThat(movedTo[f + 2]).isCloseTo(0.99f * to[f + 2] + 0.1f * from[f], within(1e-6f));
            assertThat(movedOther[f]).isCloseTo(0.99f * other[f] - 0.1f * user[f], within(1e-6f));
            assertThat(movedOther[f + 2]).isCloseTo(0.99f * other[f + 2] - 0.1f * from[f], within(1e-6f));
        }
    }

    @Test
    void everyTransitionIsDealtToACellOfItsBlocksOnce() {
        Transitions transitions = new Transitions(BLOCKS.interactions());
        assertThat(transitions.blocks()).isEqualTo(3);
        assertThat(transitions.size()).isEqualTo(8_000 - 300);

        transitions.deal(1, 1);

        boolean[] met = new boolean[8_000];
        for (int cell = 0; cell < 27; cell++) {
            for (int n = transitions.start(cell); n < transitions.end(cell); n++) {
                int position = transitions.dealt()[n];
                assertThat(met[position]).isFalse();
                met[position] = true;
                assertThat(transitions.user(position) * 3 / 300).isEqualTo(cell / 9);
                assertThat(blockOf(transitions, transitions.before(position))).isEqualTo(cell / 3 % 3);
                assertThat(blockOf(transitions, transitions.after(position))).isEqualTo(cell % 3);
            }
        }
        assertThat(transitions.end(26)).isEqualTo(transitions.size());
    }

    private static int blockOf(Transitions transitions, int item) {
        for (int b = 0; b < transitions.blocks(); b++) {
            for (int p = transitions.firstItem(b); p < transitions.firstItem(b + 1); p++) {
                if (transitions.itemAt(p) == item) {
                    return b;
                }
            }
        }
        throw new AssertionError("item " + item + " is in no block");
    }

    @Test
    void threadsDoNotChangeTheBits() throws InterruptedException {
        SessionFactorsModel one =
                train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withThreads(1));
        SessionFactorsModel three =
                train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withThreads(3));
        SessionFactorsModel otherSeed = train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(4));

        assertThat(three.userFactors().array()).isEqualTo(one.userFactors().array());
        assertThat(three.itemVectors().array()).isEqualTo(one.itemVectors().array());
        assertThat(otherSeed.itemVectors().array())
                .isNotEqualTo(one.itemVectors().array());
    }

    @Test
    void lossFalls() throws InterruptedException {
        List<Double> losses = new ArrayList<>();
        EpochListener listener = (epoch, metrics, snapshot) -> {
            losses.add(metrics.get("loss"));
            return EpochListener.Verdict.CONTINUE;
        };

        train(PARAMETERS, BLOCKS, TrainingContext.ofSeed(3).withListener(listener));

        assertThat(losses).hasSize(10);
        // ln 2 is the loss of equal scores.
        assertThat(losses.getFirst()).isBetween(0.6, 0.75);
        assertThat(losses.getLast()).isLessThan(0.55);
    }

    @Test
    void ringIsFollowedFromItemToItem() throws InterruptedException {
        SessionFactorsModel model =
                train(new FpmcParameters(16, 100, 0.1, 0.001, false), ring(), TrainingContext.ofSeed(3));

        float[] scores = new float[12];
        for (int item = 0; item < 12; item++) {
            model.scoreSession(new int[] {5, item}, scores);
            int best = 0;
            for (int i = 1; i < 12; i++) {
                best = scores[i] > scores[best] ? i : best;
            }
            assertThat(best).as("what follows item %d", item).isEqualTo((item + 1) % 12);
        }
    }

    /** Sixty histories of eight steps around a ring of twelve items. */
    private static TrainingData ring() {
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", 60), ContractData.vocabulary("i", 12), TimeKind.ORDER);
        SplittableRandom random = new SplittableRandom(1);
        for (int u = 0; u < 60; u++) {
            int start = random.nextInt(12);
            for (int step = 0; step < 8; step++) {
                builder.add(u, (start + step) % 12);
            }
        }
        return TrainingData.of(builder.build());
    }

    @Test
    void knownUserHasTasteAndTheTransitionOfTheLastItem() throws InterruptedException {
        Interactions.Builder builder =
                Interactions.builder(ContractData.vocabulary("u", 4), ContractData.vocabulary("i", 3), TimeKind.ORDER);
        // u1 has no transition, u2 no history; item 2 leads nowhere.
        builder.add(0, 0).add(0, 1).add(0, 0).add(1, 1).add(3, 1).add(3, 2);

        SessionFactorsModel model = train(PARAMETERS, TrainingData.of(builder.build()), TrainingContext.ofSeed(3));

        int d = PARAMETERS.factors();
        float[] session = new float[3];
        float[] known = new float[3];
        model.scoreSession(new int[] {1}, session);
        model.scoreAll(1, known);
        assertThat(known).containsExactly(session);
        assertThat(model.canScore(2)).isFalse();
        for (int f = 0; f < d; f++) {
            float mean = (model.userFactors().get(0, f) + model.userFactors().get(3, f)) / 2;
            assertThat(model.userFactors().get(1, f)).isCloseTo(mean, within(1e-6f));
            assertThat(model.userFactors().get(3, d + f)).isZero();
        }
    }

    @Test
    void valuesWeighSteps() throws InterruptedException {
        FpmcParameters weighted = new FpmcParameters(8, 10, 0.05, 0.001, true);
        TrainingData ones = BLOCKS.withInteractions(withValue(BLOCKS.interactions(), 1));
        TrainingData zeros = BLOCKS.withInteractions(withValue(BLOCKS.interactions(), 0));

        float[] plain =
                train(PARAMETERS, ones, TrainingContext.ofSeed(3)).itemVectors().array();
        float[] weighing =
                train(weighted, ones, TrainingContext.ofSeed(3)).itemVectors().array();
        float[] nothing =
                train(weighted, zeros, TrainingContext.ofSeed(3)).itemVectors().array();

        assertThat(weighing).isEqualTo(plain);
        assertThat(nothing).isNotEqualTo(plain);
        assertThatThrownBy(() -> train(
                        weighted,
                        BLOCKS.withInteractions(withValue(BLOCKS.interactions(), -1)),
                        TrainingContext.ofSeed(3)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("has the value -1.0")
                .hasMessageContaining("must not be negative");
    }

    private static Interactions withValue(Interactions like, float value) {
        Interactions.Builder builder = Interactions.builder(like.users(), like.items(), like.timeKind());
        for (int u = 0; u < like.userCount(); u++) {
            for (int p = like.byUser().start(u); p < like.byUser().end(u); p++) {
                builder.add(u, like.byUser().column(p), value, like.byUser().time(p));
            }
        }
        return builder.build();
    }

    @Test
    void moreFactorsThanItemsStillYieldFiniteScores() throws InterruptedException {
        SessionFactorsModel model =
                train(new FpmcParameters(200, 5, 0.05, 0, false), ContractData.coldRows(), TrainingContext.ofSeed(3));

        float[] scores = new float[model.items().size()];
        model.scoreAll(1, scores);
        for (float score : scores) {
            assertThat(score).isFinite();
        }
    }

    @Test
    void divergenceIsNamed() {
        FpmcParameters wild = new FpmcParameters(8, 400, 1, 0, true);
        TrainingData huge = BLOCKS.withInteractions(withValue(BLOCKS.interactions(), 1e30f));

        assertThatThrownBy(() -> train(wild, huge, TrainingContext.ofSeed(3)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("fpmc diverged")
                .hasMessageContaining("lower learningRate");
    }

    @Test
    void dataFromWhichNothingFollowsAreRefused() {
        assertThatThrownBy(() -> train(PARAMETERS, ContractData.empty(), TrainingContext.ofSeed(3)))
                .hasMessageContaining("no interactions");
        assertThatThrownBy(() -> train(PARAMETERS, ContractData.oneItem(), TrainingContext.ofSeed(3)))
                .hasMessageContaining("have one item");
        Interactions singles = Interactions.builder(
                        ContractData.vocabulary("u", 2), ContractData.vocabulary("i", 2), TimeKind.ORDER)
                .add(0, 0)
                .add(1, 1)
                .build();
        assertThatThrownBy(() -> train(PARAMETERS, TrainingData.of(singles), TrainingContext.ofSeed(3)))
                .hasMessageContaining("no user of the training data has two interactions");
        Interactions unordered = Interactions.builder(
                        ContractData.vocabulary("u", 1), ContractData.vocabulary("i", 2), TimeKind.NONE)
                .add(0, 0)
                .add(0, 1)
                .build();
        assertThatThrownBy(() -> train(PARAMETERS, TrainingData.of(unordered), TrainingContext.ofSeed(3)))
                .hasMessageContaining("use bpr");
    }

    private static SessionFactorsModel train(FpmcParameters parameters, TrainingData data, TrainingContext context)
            throws InterruptedException {
        return (SessionFactorsModel) new FpmcTrainer(parameters).train(data, context);
    }
}
