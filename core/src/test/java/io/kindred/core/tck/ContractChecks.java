package io.kindred.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.UserItemScorer;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import io.kindred.core.scorer.Strategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What must hold for any model's scores and lists. */
final class ContractChecks {
    private ContractChecks() {}

    /** No infinity anywhere, and a user who can be scored has at least one score. */
    static void scoresAreProper(Recommender model) {
        ScoreSheet.of(model).rows().forEach((row, scores) -> {
            boolean any = scores.length == 0;
            for (int i = 0; i < scores.length; i++) {
                assertThat(Float.isInfinite(scores[i]))
                        .as("%s: the score of item %d is infinite", row, i)
                        .isFalse();
                any |= !Float.isNaN(scores[i]);
            }
            if (row.startsWith("user ")) {
                assertThat(any)
                        .as("%s can be scored, but every score is NaN", row)
                        .isTrue();
            }
        });
    }

    /** Training that succeeds gives proper scores; training that does not says why in words meant for users. */
    static void refusedOrProper(Training training) throws InterruptedException {
        try (Recommender model = training.run()) {
            scoresAreProper(model);
        } catch (KindredException refusal) {
            assertThat(refusal.getMessage())
                    .as("why the data cannot be learnt from")
                    .isNotBlank();
        }
    }

    /** Trains a model on some data. */
    @FunctionalInterface
    interface Training {
        Recommender run() throws InterruptedException;
    }

    /** At most k different items, best first, no NaN. */
    static void listIsProper(Recommendations answer, int k) {
        List<Recommendations.Item> items = answer.items();
        assertThat(items).hasSizeLessThanOrEqualTo(k);
        assertThat(ids(answer)).doesNotHaveDuplicates();
        for (int r = 0; r < items.size(); r++) {
            assertThat(items.get(r).score()).isNotNaN();
            if (r > 0) {
                assertThat(items.get(r).score())
                        .isLessThanOrEqualTo(items.get(r - 1).score());
            }
        }
    }

    /** Ids that the model does not know change nothing and stop nobody, alone or beside one that it knows. */
    static void unknownIdsAreHarmless(Recommender model) {
        Recommendations stranger = Dispatcher.recommend(model, RecommendationQuery.forUser("nobody", 5));
        assertThat(stranger.strategy()).isEqualTo(Strategy.FALLBACK);
        listIsProper(stranger, 5);
        String known = model.items().idOf(0);
        RecommendationQuery query = RecommendationQuery.builder()
                .user("nobody")
                .history(List.of("nothing", known))
                .session(List.of("nothing", known))
                .features(Map.of("no such feature", "?"))
                .exclude(Set.of("nothing"))
                .k(5)
                .build();
        listIsProper(Dispatcher.recommend(model, query), 5);
        assertThat(Dispatcher.similar(model, "nothing", 5)).isEmpty();
        RecommendationQuery impossible = RecommendationQuery.builder()
                .user("u1")
                .candidates(Set.of("nothing"))
                .build();
        assertThat(Dispatcher.recommend(model, impossible).items()).isEmpty();
    }

    /** Some items, all of them backwards, one, and one twice: each gets the bits it gets among all. */
    static void subsetsScoreAlike(UserItemScorer model) {
        int items = model.items().size();
        int[] backwards = new int[items];
        for (int i = 0; i < items; i++) {
            backwards[i] = items - 1 - i;
        }
        float[] all = new float[items];
        for (int u = 0; u < model.users().size(); u++) {
            if (model.canScore(u)) {
                model.scoreAll(u, all);
                for (int[] subset : List.of(backwards, new int[] {u % items}, new int[] {3, 1, 3}, new int[0])) {
                    float[] some = new float[subset.length];
                    model.score(u, subset, some);
                    for (int j = 0; j < subset.length; j++) {
                        assertThat(Float.floatToIntBits(some[j]))
                                .as("the bits of user %d, item %d among %d", u, subset[j], subset.length)
                                .isEqualTo(Float.floatToIntBits(all[subset[j]]));
                    }
                }
            }
        }
    }

    /** The results of one task on several threads at once. */
    static <T> List<T> concurrently(int threads, Callable<T> task) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(executor.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        }
    }

    static List<String> ids(Recommendations answer) {
        return answer.items().stream().map(Recommendations.Item::id).toList();
    }

    /** What a user had. */
    static Set<String> itemsOf(Interactions interactions, int user) {
        Set<String> ids = new HashSet<>();
        for (int item : interactions.byUser().columnsOf(user)) {
            ids.add(interactions.items().idOf(item));
        }
        return ids;
    }
}
