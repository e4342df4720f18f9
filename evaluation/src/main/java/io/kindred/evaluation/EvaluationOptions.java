package io.kindred.evaluation;

import io.kindred.core.KindredException;
import io.kindred.evaluation.metric.Groups;
import io.kindred.evaluation.metric.ItemCosine;
import io.kindred.evaluation.stats.Bootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How to measure. Threads and block size change how long it takes and nothing else. Immutable.
 *
 * @param at cut-offs, ascending and without repeats, each from 1 to 10,000
 * @param candidates which items compete
 * @param maskValidation whether a user's validation items are taken out of the candidates when the test part is measured
 * @param beyondAccuracy whether coverage, gini, novelty, diversity, serendipity, popularity lift and group fairness are
 *     measured besides accuracy; always left out with sampled candidates, for which they mean nothing
 * @param userGroups groups of users to compare, besides groups by activity
 * @param itemGroups groups of items to compare, besides groups by popularity
 * @param itemCosine how alike two items are, for diversity; empty for the cosine of their training users
 * @param seed of sampled candidates and of the bootstrap
 * @param resamples of the bootstrap, at least 100; 0 for no intervals
 * @param threads how many to use, at least 1
 * @param usersPerBlock how many users are scored at once; 0 to let memory decide
 */
public record EvaluationOptions(
        List<Integer> at,
        Candidates candidates,
        boolean maskValidation,
        boolean beyondAccuracy,
        List<Groups> userGroups,
        List<Groups> itemGroups,
        Optional<ItemCosine> itemCosine,
        long seed,
        int resamples,
        int threads,
        int usersPerBlock) {
    private static final int MAX_CUTOFF = 10_000;

    public EvaluationOptions {
        at = at.stream().sorted().distinct().toList();
        userGroups = List.copyOf(userGroups);
        itemGroups = List.copyOf(itemGroups);
        if (at.isEmpty() || at.getFirst() < 1 || at.getLast() > MAX_CUTOFF) {
            throw new KindredException(
                    "the cut-offs are " + at + " but there must be at least one, each from 1 to " + MAX_CUTOFF);
        }
        if (resamples != 0 && resamples < 100) {
            throw new KindredException(
                    "resamples is " + resamples + " but must be at least 100, or 0 for no intervals");
        }
        if (threads < 1) {
            throw new KindredException("threads is " + threads + " but must be at least 1");
        }
        if (usersPerBlock < 0) {
            throw new KindredException("usersPerBlock is " + usersPerBlock + " but must not be negative");
        }
    }

    /** Full ranking at the given cut-offs with all metrics, seed 42, 1,000 resamples and all processors. */
    public static EvaluationOptions at(int... cutoffs) {
        return new EvaluationOptions(
                Arrays.stream(cutoffs).boxed().toList(),
                Candidates.ALL,
                false,
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                42,
                Bootstrap.DEFAULT_RESAMPLES,
                Runtime.getRuntime().availableProcessors(),
                0);
    }

    public EvaluationOptions withCandidates(Candidates other) {
        return new EvaluationOptions(
                at,
                other,
                maskValidation,
                beyondAccuracy,
                userGroups,
                itemGroups,
                itemCosine,
                seed,
                resamples,
                threads,
                usersPerBlock);
    }

    public EvaluationOptions withMaskValidation(boolean mask) {
        return new EvaluationOptions(
                at,
                candidates,
                mask,
                beyondAccuracy,
                userGroups,
                itemGroups,
                itemCosine,
                seed,
                resamples,
                threads,
                usersPerBlock);
    }

    public EvaluationOptions withBeyondAccuracy(boolean wanted) {
        return new EvaluationOptions(
                at,
                candidates,
                maskValidation,
                wanted,
                userGroups,
                itemGroups,
                itemCosine,
                seed,
                resamples,
                threads,
                usersPerBlock);
    }

    public EvaluationOptions withUserGroups(List<Groups> groups) {
        return new EvaluationOptions(
                at,
                candidates,
                maskValidation,
                beyondAccuracy,
                groups,
                itemGroups,
                itemCosine,
                seed,
                resamples,
                threads,
                usersPerBlock);
    }

    public EvaluationOptions withItemGroups(List<Groups> groups) {
        return new EvaluationOptions(
                at,
                candidates,
                maskValidation,
                beyondAccuracy,
                userGroups,
                groups,
                itemCosine,
                seed,
                resamples,
                threads,
                usersPerBlock);
    }

    public EvaluationOptions withItemCosine(ItemCosine cosine) {
        return new EvaluationOptions(
                at,
                candidates,
                maskValidation,
                beyondAccuracy,
                userGroups,
                itemGroups,
                Optional.of(cosine),
                seed,
                resamples,
                threads,
                usersPerBlock);
    }

    public EvaluationOptions withSeed(long other) {
        return new EvaluationOptions(
                at,
                candidates,
                maskValidation,
                beyondAccuracy,
                userGroups,
                itemGroups,
                itemCosine,
                other,
                resamples,
                threads,
                usersPerBlock);
    }

    public EvaluationOptions withResamples(int count) {
        return new EvaluationOptions(
                at,
                candidates,
                maskValidation,
                beyondAccuracy,
                userGroups,
                itemGroups,
                itemCosine,
                seed,
                count,
                threads,
                usersPerBlock);
    }

    public EvaluationOptions withThreads(int count) {
        return new EvaluationOptions(
                at,
                candidates,
                maskValidation,
                beyondAccuracy,
                userGroups,
                itemGroups,
                itemCosine,
                seed,
                resamples,
                count,
                usersPerBlock);
    }

    public EvaluationOptions withUsersPerBlock(int count) {
        return new EvaluationOptions(
                at,
                candidates,
                maskValidation,
                beyondAccuracy,
                userGroups,
                itemGroups,
                itemCosine,
                seed,
                resamples,
                threads,
                count);
    }

    /** Whether metrics beyond accuracy are really measured. */
    boolean measuresBeyondAccuracy() {
        return beyondAccuracy && !(candidates instanceof Candidates.SampledUniform);
    }

    int[] cutoffs() {
        return at.stream().mapToInt(Integer::intValue).toArray();
    }
}
