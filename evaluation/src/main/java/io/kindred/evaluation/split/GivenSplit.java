package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;
import io.kindred.core.id.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code given}: parts that exist already, as published with a data set. The parts may come with vocabularies of their own;
 * then the ids of validation and test that training does not have are appended to training's, and no index changes. Stateless.
 */
public final class GivenSplit {
    /** The protocol's name in reports. */
    public static final String NAME = "given";

    private GivenSplit() {}

    /** A split into the given parts. */
    public static Split of(Interactions train, Optional<Interactions> validation, Interactions test) {
        Vocabulary users = union(train.users(), validation.map(Interactions::users), test.users());
        Vocabulary items = union(train.items(), validation.map(Interactions::items), test.items());
        Interactions aligned = train.over(users, items);
        Interactions none = aligned.filter((user, item, value, time, position) -> false);
        Interactions valid = validation.map(v -> v.over(users, items)).orElse(none);
        Fold fold = Fold.of(aligned, none, valid, test.over(users, items), 0);
        return new Split(NAME, Map.of("validation", validation.isPresent()), List.of(fold));
    }

    private static Vocabulary union(Vocabulary train, Optional<Vocabulary> validation, Vocabulary test) {
        boolean same = train.equals(test) && validation.map(train::equals).orElse(true);
        if (same) {
            return train;
        }
        Vocabulary.Builder all = train.extend();
        validation.ifPresent(v -> v.ids().forEach(all::add));
        test.ids().forEach(all::add);
        return all.build();
    }
}
