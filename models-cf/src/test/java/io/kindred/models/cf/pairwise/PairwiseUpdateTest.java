package io.kindred.models.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.Trainer;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.tck.ContractData;
import io.kindred.models.cf.HiddenTastes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PairwiseUpdateTest {
    private static final TrainingContext CONTEXT = TrainingContext.ofSeed(1).withThreads(2);

    @ParameterizedTest
    @ValueSource(strings = {"bpr", "warp"})
    void updateWithNewUsersAndItemsIsAsGoodAsARefit(String name) throws InterruptedException {
        HiddenTastes tastes = HiddenTastes.of(7, 1000, 250, 30);
        Trainer trainer = ModelCatalog.load().trainer(name, Map.of("factors", 16));
        TrainedModel base = trainer.train(tastes.first(750, 200), CONTEXT);

        TrainedModel updated = ((IncrementallyTrainable) trainer).update(base, tastes.rest(750, 200), CONTEXT);
        TrainedModel refit = trainer.train(TrainingData.of(tastes.shown()), CONTEXT);

        assertThat(updated.items()).isEqualTo(tastes.shown().items());
        assertThat(updated.histories().size()).isEqualTo(tastes.shown().size());
        assertThat(tastes.ndcg((UserItemScorer) updated, 0, 1000))
                .isGreaterThan(0.98 * tastes.ndcg((UserItemScorer) refit, 0, 1000));
        assertThat(tastes.ndcg((UserItemScorer) updated, 600, 1000))
                .as("the new users alone")
                .isGreaterThan(0.95 * tastes.ndcg((UserItemScorer) refit, 600, 1000));
    }

    @Test
    void baseStaysWhatItWas() throws InterruptedException {
        HiddenTastes tastes = HiddenTastes.of(7, 60, 40, 10);
        Trainer trainer = ModelCatalog.load().trainer("bpr", Map.of("factors", 4, "epochs", 5));
        FactorsModel base = (FactorsModel) trainer.train(tastes.first(50, 30), CONTEXT);
        float[] before = base.itemVectors().array().clone();

        ((IncrementallyTrainable) trainer).update(base, tastes.rest(50, 30), CONTEXT);

        assertThat(base.itemVectors().array()).isEqualTo(before);
    }

    @Test
    void renumberedItemsAreRefused() throws InterruptedException {
        Trainer trainer = ModelCatalog.load().trainer("bpr", Map.of("factors", 4, "epochs", 5));
        TrainedModel base = trainer.train(ContractData.random(1, 20, 12, 60), CONTEXT);
        TrainingData fewer = ContractData.random(1, 20, 11, 60);

        assertThatThrownBy(() -> ((IncrementallyTrainable) trainer).update(base, fewer, CONTEXT))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("the items of an update must begin with the 12 of the model")
                .hasMessageContaining("'i11', number 11 of the model, is missing");
    }

    @Test
    void modelOfAnotherKindIsRefused() throws InterruptedException {
        TrainingData data = ContractData.random(1, 20, 12, 60);
        TrainedModel warp = ModelCatalog.load()
                .trainer("warp", Map.of("factors", 4, "epochs", 5))
                .train(data, CONTEXT);
        Trainer bpr = ModelCatalog.load().trainer("bpr", Map.of("factors", 4));

        assertThatThrownBy(() -> ((IncrementallyTrainable) bpr).update(warp, data, CONTEXT))
                .isInstanceOf(KindredException.class)
                .hasMessage("bpr cannot go on from a model of 'warp'; give a model trained by bpr");
    }

    @Test
    void modelWithOtherFactorsIsRefused() throws InterruptedException {
        TrainingData data = ContractData.random(1, 20, 12, 60);
        TrainedModel four = ModelCatalog.load()
                .trainer("bpr", Map.of("factors", 4, "epochs", 5))
                .train(data, CONTEXT);
        Trainer eight = ModelCatalog.load().trainer("bpr", Map.of("factors", 8));

        assertThatThrownBy(() -> ((IncrementallyTrainable) eight).update(four, data, CONTEXT))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("8 factors cannot go on from a model with 4");
    }
}
