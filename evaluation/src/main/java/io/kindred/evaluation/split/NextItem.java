package io.kindred.evaluation.split;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code next-item}: parts that exist already, with sessions in the test part; every prefix of a test session is handed over
 * as a running session, and its next item is to be predicted. What a session has already may come again, so it stays among the
 * candidates (Hidasi et al., Session-based Recommendations with Recurrent Neural Networks, 2016; Ludewig and Jannach,
 * Evaluation of Session-based Recommendation Algorithms, 2018). Stateless.
 *
 * <p>Every prefix is measured like a user of its own, named after its session: {@code test-000001#2} is the prefix of the
 * first two items. What the same user has in training is not handed over. Means are over prefixes, as in the literature, so
 * long sessions count more than short ones.
 */
public final class NextItem {
    /** The protocol's name in reports. */
    public static final String NAME = "next-item";

    /** Of a longer prefix only the last items are handed over. */
    static final int LONGEST_PREFIX = 1000;

    private NextItem() {}

    /**
     * A split into training sessions and prefixes of the others.
     *
     * @param minPrefix the shortest prefix, at least 1
     * @throws KindredException if the sessions have no order, or none is longer than the shortest prefix
     */
    public static Split of(Interactions train, Optional<Interactions> validation, Interactions test, int minPrefix) {
        if (minPrefix < 1) {
            throw new KindredException("the shortest prefix is " + minPrefix + " but must be at least 1");
        }
        if (test.timeKind() == TimeKind.NONE) {
            throw new KindredException(
                    "the protocol 'next-item' needs timestamps or an order, and this data has neither");
        }
        Fold given = GivenSplit.of(train, validation, test).folds().getFirst();
        Vocabulary.Builder users = given.train().users().extend();
        int validations = name(given.validation(), minPrefix, users);
        int tests = name(given.test(), minPrefix, users);
        if (tests == 0) {
            throw new KindredException("no session of the test part has more than " + minPrefix
                    + (minPrefix == 1 ? " interaction" : " interactions")
                    + ", so there is no next item to predict; set a lower minimum");
        }
        Vocabulary all = users.build();
        int first = given.train().userCount();
        Interactions.Builder prefixes = Interactions.builder(all, given.train().items(), test.timeKind());
        Interactions validationNext = cut(given.validation(), minPrefix, first, all, prefixes);
        Interactions testNext = cut(given.test(), minPrefix, first + validations, all, prefixes);
        Fold fold = Fold.of(
                        given.train().over(all, given.train().items()), prefixes.build(), validationNext, testNext, 0)
                .ofSessions();
        Map<String, Object> settings =
                Map.of("validation", validation.isPresent(), "minPrefix", minPrefix, "seenItems", "candidates");
        return new Split(NAME, settings, List.of(fold));
    }

    /** Adds an id for each prefix; returns how many there are. */
    private static int name(Interactions sessions, int minPrefix, Vocabulary.Builder users) {
        int added = 0;
        SparseRows rows = sessions.byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            for (int length = minPrefix; length < rows.length(u); length++) {
                String id = sessions.users().idOf(u) + "#" + length;
                int before = users.size();
                if (users.add(id) != before) {
                    throw new KindredException("the protocol 'next-item' calls a prefix of the session '"
                            + sessions.users().idOf(u) + "' '" + id + "', but the data have a user of that name");
                }
                added++;
            }
        }
        return added;
    }

    /** Adds the prefixes and returns what follows them. */
    private static Interactions cut(
            Interactions sessions, int minPrefix, int firstRow, Vocabulary users, Interactions.Builder prefixes) {
        Interactions.Builder next = Interactions.builder(users, sessions.items(), sessions.timeKind());
        int row = firstRow;
        SparseRows rows = sessions.byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            int start = rows.start(u);
            for (int p = start + minPrefix; p < rows.end(u); p++) {
                for (int q = Math.max(start, p - LONGEST_PREFIX); q < p; q++) {
                    prefixes.add(row, rows.column(q), rows.value(q), rows.time(q));
                }
                next.add(row, rows.column(p), rows.value(p), rows.time(p));
                row++;
            }
        }
        return next.build();
    }
}
