package io.kindred.evaluation;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.Recommender;
import io.kindred.core.scorer.Strategy;
import io.kindred.evaluation.metric.RatingErrors;
import io.kindred.evaluation.split.RankingTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures a model on a task: every user with a relevant item is given a list through the same scoring path that serves
 * queries, and the list is measured.
 *
 * <p>Users are worked on in blocks by several threads; a thread holds the scores of one block. Values of a user depend on
 * that user alone, and sums run in user order, so neither the block size nor the number of threads changes a single bit.
 * Thread-safe.
 */
public final class Evaluator {
    /** As many scores as a thread holds at most, unless one user has more items. */
    private static final int SCORES_PER_BLOCK = 1 << 22;

    private static final int BLOCKED_USERS = 96;
    private static final int SINGLE_USERS = 8;

    private final EvaluationOptions options;
    private final EvaluationProgress progress;

    public Evaluator(EvaluationOptions options) {
        this(options, EvaluationProgress.NONE);
    }

    public Evaluator(EvaluationOptions options, EvaluationProgress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Measures a model.
     *
     * @throws KindredException if the model and the task use different vocabularies, no user has a relevant item, or the
     *     calling thread is interrupted
     */
    public RankingResult evaluate(Recommender model, RankingTask task) {
        model.users().requireSame(task.train().users(), "the model's users and the task's");
        model.items().requireSame(task.train().items(), "the model's items and the task's");
        int[] users = usersOf(task.target());
        UserScorer scorer = new UserScorer(model, task, users.length);
        int items = task.train().itemCount();
        int block = Math.clamp(usersPerBlock(scorer, items), 1, Math.max(1, users.length));
        RatingPredictor predictor =
                model instanceof RatingPredictor p && task.target().hasValues() ? p : null;
        Optional<RatingErrors> ratings = Optional.ofNullable(predictor).map(p -> new RatingErrors(users.length));
        return run(task, users, block, ratings, thread -> {
            float[][] scores = new float[block][items];
            Strategy[] ways = new Strategy[block];
            return (from, to) -> {
                scorer.score(users, from, to, scores, ways);
                for (int row = from; row < to; row++) {
                    thread.measureScores(row, scores[row - from], ways[row - from]);
                    if (predictor != null) {
                        ratings.orElseThrow().measure(predictor, row, users[row], task.target());
                    }
                }
            };
        });
    }

    /**
     * Measures lists that exist already, such as another system's. There are no scores, hence no auc.
     *
     * @param lists for each user index the items, best first; shorter ones count as if filled up with irrelevant items
     * @throws KindredException if a list has an item twice or one from the user's training part
     */
    public RankingResult evaluateLists(RankingTask task, int[][] lists) {
        if (lists.length != task.train().userCount()) {
            throw new KindredException("there are lists for " + lists.length + " users, but the data has "
                    + task.train().userCount());
        }
        if (options.candidates() instanceof Candidates.SampledUniform) {
            throw new KindredException("lists that exist already cannot be measured against sampled candidates");
        }
        int[] users = usersOf(task.target());
        return run(task, users, SINGLE_USERS, Optional.empty(), thread -> (from, to) -> {
            for (int row = from; row < to; row++) {
                thread.measureList(row, lists[users[row]]);
            }
        });
    }

    private RankingResult run(
            RankingTask task,
            int[] users,
            int block,
            Optional<RatingErrors> ratings,
            Function<MeasuringThread, BlockLoop.Work> work) {
        long start = System.nanoTime();
        Measurements measurements = new Measurements(task, options, users);
        List<MeasuringThread> threads = Collections.synchronizedList(new ArrayList<>());
        new BlockLoop(users.length, block, progress).run(options.threads(), () -> {
            MeasuringThread thread = new MeasuringThread(measurements, options);
            threads.add(thread);
            return work.apply(thread);
        });
        return measurements.result(threads, ratings, (System.nanoTime() - start) * 1e-9);
    }

    private int usersPerBlock(UserScorer scorer, int items) {
        if (options.usersPerBlock() > 0) {
            return options.usersPerBlock();
        }
        int wanted = scorer.gainsFromBlocks() ? BLOCKED_USERS : SINGLE_USERS;
        return Math.clamp(SCORES_PER_BLOCK / Math.max(1, items), 1, wanted);
    }

    private static int[] usersOf(Interactions target) {
        int[] users = new int[target.userCount()];
        int n = 0;
        for (int u = 0; u < users.length; u++) {
            if (target.byUser().length(u) > 0) {
                users[n++] = u;
            }
        }
        return Arrays.copyOf(users, n);
    }
}
