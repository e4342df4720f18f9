package io.kindred.cli.offpolicy;

import io.kindred.core.id.Vocabulary;
import io.kindred.evaluation.offpolicy.BanditFeedback;
import java.util.List;
import java.util.Optional;

/**
 * A log of choices as it was read.
 *
 * @param feedback the rounds in the order of the log
 * @param actions the ids of the actions
 * @param chosen the probability that the policy to be judged gives to each logged action, where the log has a column of them
 * @param notes what people should know of the reading
 */
public record BanditLog(BanditFeedback feedback, Vocabulary actions, Optional<double[]> chosen, List<String> notes) {
    public BanditLog {
        notes = List.copyOf(notes);
    }
}
