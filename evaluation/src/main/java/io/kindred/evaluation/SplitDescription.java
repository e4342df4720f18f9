package io.kindred.evaluation;

import io.kindred.core.data.Provenance;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What a report says about its data: counts, fingerprints and what a reader must know. Counts of several folds are added up.
 *
 * @param split what was measured on
 * @param provenance where the data came from
 */
record SplitDescription(Split split, Provenance provenance) {
    Map<String, Object> data() {
        Fold first = split.folds().getFirst();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", provenance.source());
        if (!provenance.snapshot().isEmpty()) {
            data.put("snapshot", provenance.snapshot());
        }
        data.put("users", first.train().userCount());
        data.put("items", first.train().itemCount());
        data.put("folds", split.folds().size());
        data.put("train", sum(fold -> fold.train().size()));
        data.put("foldIn", sum(fold -> fold.foldIn().size()));
        data.put("validation", sum(fold -> fold.validation().size()));
        data.put("test", sum(fold -> fold.test().size()));
        data.put("usersTouchedByTies", sum(fold -> fold.facts().usersTouchedByTies()));
        data.put("usersWithoutTest", sum(fold -> fold.facts().usersWithoutTest()));
        data.put("usersWithoutHistory", sum(fold -> fold.facts().usersWithoutHistory()));
        data.put("itemsUnseenInTraining", sum(fold -> fold.facts().itemsUnseenInTraining()));
        data.put("testOnUnseenItems", sum(fold -> fold.facts().testOnUnseenItems()));
        data.put("testRepeats", sum(fold -> fold.facts().testRepeats()));
        data.put("usersFingerprint", first.train().users().fingerprint());
        data.put("itemsFingerprint", first.train().items().fingerprint());
        data.put("dataHash", split.dataHash());
        return data;
    }

    Map<String, Long> seeds(long train, long evaluate) {
        Map<String, Long> seeds = new LinkedHashMap<>();
        if (split.settings().get("seed") instanceof Long seed) {
            seeds.put("split", seed);
        }
        seeds.put("train", train);
        seeds.put("evaluate", evaluate);
        return seeds;
    }

    List<String> notes(
            int leftOut, int tied, Map<String, Integer> answered, int unpredicted, EvaluationOptions options) {
        List<String> notes = new ArrayList<>();
        if (options.candidates() instanceof Candidates.SampledUniform sampled) {
            notes.add("Ranked against " + sampled.count()
                    + " sampled items only: these figures are not comparable with full"
                    + " ranking and may order models wrongly.");
        }
        note(
                notes,
                tied,
                "user",
                "users",
                "got a list of equal scores, which the item index alone ordered: it ranks nothing");
        note(notes, leftOut, "user was", "users were", "left out for having no relevant test item");
        note(
                notes,
                sum(fold -> fold.facts().usersTouchedByTies()),
                "user has",
                "users have",
                "equal timestamps at the border of test or validation; the input order decided");
        boolean seenCompete =
                split.folds().getFirst().sessions() || options.candidates() instanceof Candidates.AllWithSeen;
        note(
                notes,
                seenCompete ? 0 : sum(fold -> fold.facts().testRepeats()),
                "test interaction repeats",
                "test interactions repeat",
                "a pair that the user had before and cannot be recommended again");
        note(
                notes,
                sum(fold -> fold.facts().testOnUnseenItems()),
                "test interaction is",
                "test interactions are",
                "with an item unseen in training; such items stay candidates");
        note(
                notes,
                answered.getOrDefault("fallback", 0),
                "user was",
                "users were",
                "answered by popularity because the model knows nothing about them");
        note(notes, unpredicted, "test rating has", "test ratings have", "no prediction and are not in rmse and mae");
        if (split.folds().size() > 1) {
            notes.add("Counts are added up over " + split.folds().size()
                    + " folds; a user measured in several folds counts with the mean.");
        }
        return notes;
    }

    private static void note(List<String> notes, int count, String one, String many, String what) {
        if (count > 0) {
            notes.add(String.format(Locale.ROOT, "%,d %s %s.", count, count == 1 ? one : many, what));
        }
    }

    private int sum(ToIntFunction<Fold> count) {
        return split.folds().stream().mapToInt(count).sum();
    }
}
