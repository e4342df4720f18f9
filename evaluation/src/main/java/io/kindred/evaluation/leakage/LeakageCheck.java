package io.kindred.evaluation.leakage;

import io.kindred.evaluation.split.Fold;
import java.util.List;

/** Looks at one fold for one kind of leak. Implementations are immutable and thread-safe. */
interface LeakageCheck {
    List<Finding> look(Fold fold);
}
