package io.kindred.evaluation.profile;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.leakage.LeakageGuard;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.FoldFacts;
import io.kindred.evaluation.split.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How training and test of a protocol overlap, in its first fold. Immutable.
 *
 * @param protocol the protocol's name
 * @param train training interactions
 * @param test test interactions
 * @param testUsers users with a test part
 * @param facts counts of the split
 * @param failure what stops a run under this protocol; empty where nothing does
 * @param notes what the leakage guards have to say otherwise
 */
public record Overlap(
        String protocol, int train, int test, int testUsers, FoldFacts facts, String failure, List<String> notes) {
    private static final double MANY = 0.2;

    public Overlap {
        notes = List.copyOf(notes);
    }

    static Overlap of(Split split, TrainingData data) {
        Fold fold = split.folds().getFirst();
        int users = 0;
        for (int u = 0; u < fold.test().userCount(); u++) {
            users += fold.test().byUser().length(u) > 0 ? 1 : 0;
        }
        String failure = "";
        List<String> notes = new ArrayList<>();
        try {
            notes.addAll(new LeakageGuard(split, data, false).check());
        } catch (KindredException e) {
            failure = e.getMessage();
        }
        return new Overlap(
                split.protocol(), fold.train().size(), fold.test().size(), users, fold.facts(), failure, notes);
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        if (!failure.isEmpty()) {
            remarks.add(Remark.warning("leakage", failure, ""));
        }
        String text = Words.format(
                "%s trains on %,d and tests %,d interactions of %,d users; %,d of these users are unknown to training, %,d test"
                        + " interactions are with items unseen in training, %,d repeat what the user had",
                protocol,
                train,
                test,
                testUsers,
                facts.usersWithoutHistory(),
                facts.testOnUnseenItems(),
                facts.testRepeats());
        boolean cold = facts.usersWithoutHistory() > MANY * testUsers || facts.testOnUnseenItems() > MANY * test;
        remarks.add(
                cold
                        ? Remark.note(
                                "train and test",
                                text,
                                "much of the test is cold: only features or popularity can answer there; compare groups of users"
                                        + " and items (--details)")
                        : Remark.ok("train and test", text));
        notes.forEach(note -> remarks.add(Remark.note("leakage", note, "")));
        return remarks;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("protocol", protocol);
        map.put("train", train);
        map.put("test", test);
        map.put("testUsers", testUsers);
        map.put("usersWithoutHistory", facts.usersWithoutHistory());
        map.put("usersWithoutTest", facts.usersWithoutTest());
        map.put("usersTouchedByTies", facts.usersTouchedByTies());
        map.put("testOnUnseenItems", facts.testOnUnseenItems());
        map.put("testRepeats", facts.testRepeats());
        if (!failure.isEmpty()) {
            map.put("failure", failure);
        }
        map.put("notes", notes);
        return map;
    }
}
