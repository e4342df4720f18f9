package io.kindred.models.cf.rules;

import io.kindred.core.model.Param;

/**
 * Hyper-parameters of association rules.
 *
 * @param interest how strong a rule is
 * @param minSupport rules with fewer common users are dropped
 * @param minInterest weaker rules are dropped
 * @param shrink added to the number of users of the item a rule starts from
 * @param neighbours how many rules are kept for each item they start from
 */
public record AssociationRulesParameters(
        @Param(doc = "how strong a rule is: its confidence or its lift")
        Interest interest,

        @Param(doc = "rules that fewer users support are dropped", min = 1, max = 1_000_000, log = true)
        int minSupport,

        @Param(doc = "rules with less confidence or lift are dropped", min = 0, max = 1_000_000)
        double minInterest,

        @Param(
                doc =
                        "added to the number of users of the item a rule starts from, so that rules with little evidence are weaker",
                min = 0,
                max = 1_000_000)
        double shrink,

        @Param(
                doc = "how many of the strongest rules are kept for each item they start from",
                min = 1,
                max = 10_000,
                log = true)
        int neighbours) {}
