package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.bandit.BanditRule;

/** A bandit's rule as settings of an artifact. Stateless. */
final class BanditRules {
    private BanditRules() {}

    static void save(BanditRule rule, ArtifactWriter out) {
        out.setting("exploration", Settings.code(rule.exploration()));
        out.setting("width", rule.width());
        out.setting("epsilon", rule.epsilon());
        out.setting("draws", rule.draws());
        out.setting("draw_seed", (double) rule.seed());
    }

    static BanditRule load(ArtifactReader in) {
        return new BanditRule(
                Settings.choice(in, "exploration", BanditRule.Exploration.values()),
                in.number("width"),
                in.number("epsilon"),
                Settings.integer(in, "draws"),
                (long) in.number("draw_seed"));
    }
}
