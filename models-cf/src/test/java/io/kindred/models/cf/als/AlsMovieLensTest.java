package io.kindred.models.cf.als;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.FactorsModel;
import io.kindred.core.scorer.ImplicitFactorsModel;
import io.kindred.models.cf.golden.GoldenData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quality on MovieLens 100K, leave-last-out, full ranking. */
@Tag("slow")
final class AlsMovieLensTest {
    private static final TrainingContext CONTEXT = TrainingContext.ofSeed(5);

    private final GoldenData golden = GoldenData.orSkip();

    @ParameterizedTest
    @ValueSource(ints = {64, 128})
    void conjugateGradientsAreAsGoodAsTheExactSolver(int factors) throws InterruptedException {
        // given 943 users with one hidden item each, a single run's ndcg varies by a percent with the seed
        double exact = 0;
        double refined = 0;
        for (int seed = 1; seed <= 3; seed++) {
            TrainingContext context = TrainingContext.ofSeed(seed);
            exact += ndcg(new AlsTrainer(parameters(factors, AlsSolver.CHOLESKY)).train(golden.train(), context));
            refined += ndcg(
                    new AlsTrainer(parameters(factors, AlsSolver.CONJUGATE_GRADIENT)).train(golden.train(), context));
        }

        assertThat(refined).isGreaterThan(0.99 * exact);
    }

    @Test
    void updateWithTheLastFifthIsAsGoodAsTrainingAnew() throws InterruptedException {
        // given every fifth user and the newest tenth of the others' interactions are new
        AlsTrainer trainer = new AlsTrainer(parameters(64, AlsSolver.AUTO));
        Interactions all = golden.train().interactions();
        Interactions early = all.filter((user, item, value, time, position) -> isEarly(all, user, position));
        Interactions late = all.filter((user, item, value, time, position) -> !isEarly(all, user, position));

        Recommender base = trainer.train(TrainingData.of(early), CONTEXT);
        double updated = ndcg(trainer.update(base, TrainingData.of(late), CONTEXT));

        double refit = ndcg(trainer.train(golden.train(), CONTEXT));
        assertThat(updated).isGreaterThan(0.98 * refit);
    }

    private static boolean isEarly(Interactions all, int user, int position) {
        int start = all.byUser().start(user);
        int length = all.byUser().length(user);
        return user % 5 != 0 && position - start < length - length / 10;
    }

    /** Of the factors alone: explaining every recommendation would take longer than training. */
    private double ndcg(Recommender trained) {
        ImplicitFactorsModel model = (ImplicitFactorsModel) trained;
        FactorsModel factors = new FactorsModel(
                model.info(),
                model.users(),
                model.items(),
                model.histories(),
                model.userFactors(),
                model.itemVectors());
        return golden.metrics(golden.lists(factors, 20)).get("ndcg@20");
    }

    private static AlsParameters parameters(int factors, AlsSolver solver) {
        return new AlsParameters(factors, 15, 0.002, 1, 0.1, 1, false, solver, 3, 64);
    }
}
