package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.bandit.BanditPolicy;
import io.kindred.core.bandit.CountedArms;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ServesPropensities;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;
import java.util.Map;

/** The serving form {@code bandit} without a context: items as arms, the same for everybody. */
public final class BanditModel extends ServingModel implements UserItemScorer, ServesPropensities {
    private static final float[] NO_CONTEXT = new float[0];

    private final CountedArms arms;
    private final BanditPolicy policy;

    /**
     * @param policy over {@link CountedArms}, one for each item, which must not learn any more
     */
    public BanditModel(
            ModelInfo info, Vocabulary users, Vocabulary items, UserHistories histories, BanditPolicy policy) {
        super(info, users, items, histories);
        if (!(policy.arms() instanceof CountedArms counted) || counted.count() != items.size()) {
            throw new IllegalArgumentException("a bandit without a context needs " + items.size() + " counted arms");
        }
        this.arms = counted;
        this.policy = policy;
    }

    static BanditModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        double[][] counts = DoubleParts.join(in.matrix("arm_counts"));
        double[] pulls = new double[counts.length];
        double[] rewards = new double[counts.length];
        for (int a = 0; a < counts.length; a++) {
            if (counts[a].length != 2) {
                throw new IllegalArgumentException("an arm has " + counts[a].length + " counts instead of 2");
            }
            pulls[a] = counts[a][0];
            rewards[a] = counts[a][1];
        }
        CountedArms arms = new CountedArms(pulls, rewards, in.number("prior_successes"), in.number("prior_failures"));
        return new BanditModel(
                info,
                users,
                items,
                in.histories("histories", items.size()),
                new BanditPolicy(arms, BanditRules.load(in)));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        double[] pulls = arms.pulls();
        double[] rewards = arms.rewards();
        double[][] counts = new double[pulls.length][];
        for (int a = 0; a < pulls.length; a++) {
            counts[a] = new double[] {pulls[a], rewards[a]};
        }
        FloatMatrix parts = DoubleParts.split(counts, 2);
        out.matrix("arm_counts", parts);
        out.setting("prior_successes", arms.successes());
        out.setting("prior_failures", arms.failures());
        BanditRules.save(policy.rule(), out);
    }

    /** The arms and the rule. */
    public BanditPolicy policy() {
        return policy;
    }

    @Override
    public boolean canScore(int user) {
        return true;
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        policy.index(NO_CONTEXT, scores);
    }

    @Override
    public Choice choose(int user, Map<String, Object> features, int[] candidates, int k, long seed) {
        return policy.choose(NO_CONTEXT, candidates, k, seed);
    }
}
