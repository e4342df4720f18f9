package io.kindred.models.cf.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.tck.ContractData;
import org.junit.jupiter.api.Test;

final class AssociationRulesTrainerTest {
    // u0: i0 i1 i2    u1: i0 i1    u2: i0 i3    u3: i1    u4: nothing
    private static final TrainingData DATA = TrainingData.of(
            Interactions.builder(ContractData.vocabulary("u", 5), ContractData.vocabulary("i", 4), TimeKind.ORDER)
                    .add(0, 0)
                    .add(0, 1)
                    .add(0, 2)
                    .add(1, 0)
                    .add(1, 1)
                    .add(1, 1)
                    .add(2, 0)
                    .add(2, 3)
                    .add(3, 1)
                    .build());

    private static float[] from(AssociationRulesParameters parameters, int item) throws InterruptedException {
        float[] scores = new float[4];
        ItemSimilarityModel model =
                (ItemSimilarityModel) new AssociationRulesTrainer(parameters).train(DATA, TrainingContext.ofSeed(1));
        model.scoreHistory(new int[] {item}, null, scores);
        return scores;
    }

    @Test
    void confidenceIsTheShareOfTheStartingItemsUsers() throws InterruptedException {
        // i0 has three users, of whom two had i1, one i2 and one i3.
        assertThat(from(new AssociationRulesParameters(Interest.CONFIDENCE, 1, 0, 0, 10), 0))
                .containsExactly(0, (float) (2 / 3.0), (float) (1 / 3.0), (float) (1 / 3.0));
        // The reverse differs: everybody who had i2 had i0.
        assertThat(from(new AssociationRulesParameters(Interest.CONFIDENCE, 1, 0, 0, 10), 2))
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void liftComparesWithTheShareOfAllUsersWhoHadAnything() throws InterruptedException {
        // Four users had something; i1 has three of them, i2 and i3 one each.
        assertThat(from(new AssociationRulesParameters(Interest.LIFT, 1, 0, 0, 10), 0))
                .containsExactly(
                        0, (float) (2 / 3.0 * 4 / 3.0), (float) (1 / 3.0 * 4 / 1.0), (float) (1 / 3.0 * 4 / 1.0));
    }

    @Test
    void rulesWithLittleSupportOrInterestAreDropped() throws InterruptedException {
        assertThat(from(new AssociationRulesParameters(Interest.CONFIDENCE, 2, 0, 0, 10), 0))
                .containsExactly(0, (float) (2 / 3.0), 0, 0);
        assertThat(from(new AssociationRulesParameters(Interest.LIFT, 1, 1, 0, 10), 0))
                .containsExactly(0, 0, (float) (1 / 3.0 * 4), (float) (1 / 3.0 * 4));
    }

    @Test
    void shrinkageWeakensRulesWithLittleEvidence() throws InterruptedException {
        assertThat(from(new AssociationRulesParameters(Interest.CONFIDENCE, 1, 0, 2, 10), 0)[1])
                .isEqualTo(0.4f);
    }

    @Test
    void ofEquallyStrongRulesTheOneToTheLowerIndexIsKept() throws InterruptedException {
        assertThat(from(new AssociationRulesParameters(Interest.CONFIDENCE, 1, 0, 0, 2), 0))
                .containsExactly(0, (float) (2 / 3.0), (float) (1 / 3.0), 0);
    }

    @Test
    void dataWithoutInteractionsAreRefused() {
        AssociationRulesTrainer trainer = new AssociationRulesTrainer(new AssociationRulesProvider().defaults());
        assertThatThrownBy(() -> trainer.train(ContractData.empty(), TrainingContext.ofSeed(1)))
                .isInstanceOf(KindredException.class)
                .hasMessage("association-rules cannot be trained: the training data have no interactions");
    }
}
