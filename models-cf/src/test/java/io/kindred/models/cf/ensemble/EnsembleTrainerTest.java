package io.kindred.models.cf.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.EnsembleModel;
import io.kindred.core.scorer.Fusion;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.tck.ContractData;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnsembleTrainerTest {
    private static final TrainingData DATA = ContractData.random(7, 60, 40, 600);

    private static EnsembleModel train(Map<String, ?> parameters) throws InterruptedException {
        return (EnsembleModel)
                ModelCatalog.load().trainer("ensemble", parameters).train(DATA, TrainingContext.ofSeed(1));
    }

    @Test
    void aSingleMemberOrdersItemsAsItDoesAlone() throws InterruptedException {
        EnsembleModel ensemble =
                train(Map.of("models", "item-knn(neighbours=7)", "normalization", "none", "weights", "1"));
        ItemSimilarityModel alone = (ItemSimilarityModel)
                ModelCatalog.load().trainer("item-knn", Map.of("neighbours", 7)).train(DATA, TrainingContext.ofSeed(1));
        float[] fused = new float[40];
        float[] plain = new float[40];

        for (int u = 0; u < 60; u++) {
            ensemble.scoreAll(u, fused);
            alone.scoreAll(u, plain);
            assertThat(fused).containsExactly(plain, within(0f));
        }
    }

    @Test
    void methodsBecomeFusions() throws InterruptedException {
        assertThat(train(Map.of("models", "popularity", "method", "reciprocal-rank", "rankConstant", 9))
                        .fusion())
                .isEqualTo(new Fusion.ReciprocalRank(9));
        EnsembleModel weighted =
                train(Map.of("models", "popularity, item-knn", "weights", "2, 1", "normalization", "min-max"));
        assertThat(weighted.fusion()).isEqualTo(new Fusion.Weighted(Fusion.Normalization.MIN_MAX));
        assertThat(weighted.members()).extracting(EnsembleModel.Member::weight).containsExactly(2f, 1f);
    }

    @Test
    void stackingFindsOutWhoKnows() throws InterruptedException {
        // Users prefer the items of their group, of which popularity knows nothing.
        EnsembleModel model = train(Map.of("models", "popularity, item-knn", "method", "stacked", "holdOut", 0.2));

        float popularity = model.members().get(0).weight();
        float itemKnn = model.members().get(1).weight();
        assertThat(itemKnn).isGreaterThan(2 * popularity);
        assertThat(popularity + itemKnn).isEqualTo(1f, within(1e-6f));
    }

    @Test
    void theHeldOutPartIsAShareOfEachUser() {
        Interactions all = DATA.interactions().distinct();

        HeldOut parts = HeldOut.of(DATA.interactions(), 0.25, 3);

        for (int u = 0; u < all.userCount(); u++) {
            int n = all.byUser().length(u);
            int held = parts.heldOut().byUser().length(u);
            assertThat(held).isEqualTo(n < 2 ? 0 : Math.clamp(Math.round(n * 0.25), 1, n - 1));
            assertThat(parts.rest().byUser().length(u)).isEqualTo(n - held);
        }
        assertThat(HeldOut.of(DATA.interactions(), 0.25, 3).heldOut().byUser().columnsOf(5))
                .containsExactly(parts.heldOut().byUser().columnsOf(5));
    }

    @Test
    void whatAMemberRefusesIsSaidOfTheMember() {
        assertThatThrownBy(() -> ModelCatalog.load()
                        .trainer("ensemble", Map.of("models", "als, popularity(halfLifeDays=3)"))
                        .train(
                                TrainingData.of(Interactions.builder(
                                                DATA.interactions().users(),
                                                DATA.interactions().items(),
                                                TimeKind.NONE)
                                        .add(0, 0)
                                        .add(1, 2)
                                        .add(1, 3)
                                        .build()),
                                TrainingContext.ofSeed(1)))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("member 'popularity' of the ensemble: ");
    }

    @Test
    void contradictionsAreRefusedBeforeTraining() {
        assertThatThrownBy(() -> train(Map.of("method", "stacked", "weights", "1, 2")))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("method=stacked learns the weights");
        assertThatThrownBy(() -> train(Map.of("weights", "0, 0"))).hasMessageContaining("one of them must be above 0");
        assertThatThrownBy(() -> train(Map.of("weights", "1, 2, 3"))).hasMessageContaining("3 numbers for 2 members");
    }
}
