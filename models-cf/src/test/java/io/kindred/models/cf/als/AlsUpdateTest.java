package io.kindred.models.cf.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.tck.ContractData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AlsUpdateTest {
    private static final LatentTastes TASTES = LatentTastes.generate(1_200, 500, 40, 4);
    private static final int EARLY_USERS = 1_000;
    private static final int EARLY_ITEMS = 420;
    private static final TrainingContext CONTEXT = TrainingContext.ofSeed(5);

    @ParameterizedTest
    @EnumSource
    void updateIsAsGoodAsTrainingAnew(AlsSolver solver) throws InterruptedException {
        // given a sixth of the users and of the items, and one in twenty of the other interactions, are new
        AlsTrainer trainer = new AlsTrainer(parameters(solver, false));
        TrainedModel base = trainer.train(TrainingData.of(TASTES.early(EARLY_USERS, EARLY_ITEMS)), CONTEXT);

        // when
        TrainedModel updated = trainer.update(base, TrainingData.of(TASTES.late(EARLY_USERS, EARLY_ITEMS)), CONTEXT);

        // then within 2%
        double refit = TASTES.ndcg((UserItemScorer) trainer.train(TrainingData.of(TASTES.train()), CONTEXT));
        assertThat(refit).isGreaterThan(0.1);
        assertThat(TASTES.ndcg((UserItemScorer) updated)).isGreaterThan(0.98 * refit);
    }

    @ParameterizedTest
    @EnumSource
    void everySolverIsAsGoodAsTheExactOne(AlsSolver solver) throws InterruptedException {
        TrainingData data = TrainingData.of(TASTES.train());

        double exact = TASTES.ndcg(
                (UserItemScorer) new AlsTrainer(parameters(AlsSolver.CHOLESKY, false)).train(data, CONTEXT));
        double other = TASTES.ndcg((UserItemScorer) new AlsTrainer(parameters(solver, false)).train(data, CONTEXT));

        assertThat(other).isGreaterThan(0.99 * exact);
    }

    @Test
    void weightedModelIsNotUpdated() throws InterruptedException {
        AlsTrainer trainer = new AlsTrainer(parameters(AlsSolver.AUTO, true));
        TrainingData data = ContractData.random(5, 50, 33, 700);
        TrainedModel base = trainer.train(data, CONTEXT);

        assertThatThrownBy(() -> trainer.update(base, ContractData.news(data), CONTEXT))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("als with valuesAsWeights cannot update a model")
                .hasMessageContaining("train it anew");
    }

    private static AlsParameters parameters(AlsSolver solver, boolean weighted) {
        return new AlsParameters(64, 10, 0.01, 1, 0.1, 1, weighted, solver, 3, 32);
    }
}
