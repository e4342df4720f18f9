package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.bandit.BanditPolicy;
import io.kindred.core.bandit.LinearArms;
import io.kindred.core.data.FeatureEncoding;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ColdStartCapable;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ServesPropensities;
import io.kindred.core.model.UserItemScorer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * The serving form {@code bandit} with a context: items as arms, whose reward is linear in a 1 and the indicators of the user's
 * features. Users known from training have the features they had then; of others only those of the query are known.
 */
public final class ContextualBanditModel extends ServingModel
        implements UserItemScorer, ColdStartCapable, ServesPropensities {
    /** The part by which an artifact of this variant is known. */
    static final String RESPONSES = "arm_responses";

    private final FeatureEncoding encoding;
    private final SparseMatrix indicators;
    private final LinearArms arms;
    private final BanditPolicy policy;

    /**
     * @param encoding how features become indicators
     * @param indicators users x indicators
     * @param policy over {@link LinearArms} with contexts of one number more than there are indicators; they must not learn any
     *     more
     */
    public ContextualBanditModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FeatureEncoding encoding,
            SparseMatrix indicators,
            BanditPolicy policy) {
        super(info, users, items, histories);
        int names = encoding.names().size();
        if (!(policy.arms() instanceof LinearArms linear)
                || linear.count() != items.size()
                || linear.contextSize() != 1 + names) {
            throw new IllegalArgumentException("a contextual bandit needs " + items.size()
                    + " linear arms with contexts of " + (1 + names) + " numbers");
        }
        if (indicators.rows() != users.size() || indicators.columns() != names) {
            throw new IllegalArgumentException("the users' features are " + indicators.rows() + " x "
                    + indicators.columns() + " instead of " + users.size() + " x " + names);
        }
        this.encoding = encoding;
        this.indicators = indicators;
        this.arms = linear;
        this.policy = policy;
    }

    static ContextualBanditModel load(ModelInfo info, ArtifactReader in) throws IOException {
        Vocabulary users = in.vocabulary("users");
        Vocabulary items = in.vocabulary("items");
        FloatMatrix edges = in.matrix("user_feature_edges");
        float[] edge = new float[edges.rows()];
        for (int f = 0; f < edge.length; f++) {
            edge[f] = edges.get(f, 0);
        }
        FeatureEncoding encoding = new FeatureEncoding(in.vocabulary("user_features"), edge);
        LinearArms arms = new LinearArms(
                1 + edge.length,
                in.number("regularization"),
                DoubleParts.join(in.matrix("arm_products")),
                DoubleParts.join(in.matrix(RESPONSES)));
        return new ContextualBanditModel(
                info,
                users,
                items,
                in.histories("histories", items.size()),
                encoding,
                in.sparse("user_indicators", edge.length),
                new BanditPolicy(arms, BanditRules.load(in)));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        int d = arms.contextSize();
        out.vocabulary("user_features", encoding.names());
        out.matrix("user_feature_edges", FloatMatrix.of(encoding.edges(), d - 1, 1));
        out.sparse("user_indicators", indicators);
        out.matrix("arm_products", DoubleParts.split(arms.products(), d * d));
        out.matrix(RESPONSES, DoubleParts.split(arms.responses(), d));
        out.setting("regularization", arms.regularization());
        BanditRules.save(policy.rule(), out);
    }

    /** The arms and the rule. */
    public BanditPolicy policy() {
        return policy;
    }

    /** How features become indicators. */
    public FeatureEncoding encoding() {
        return encoding;
    }

    /** The indicators of the users known from training. */
    public SparseMatrix indicators() {
        return indicators;
    }

    /** The context of a user known from training: a 1 and the indicators. */
    public float[] contextOf(int user) {
        float[] context = new float[arms.contextSize()];
        context[0] = 1;
        for (int p = indicators.start(user); p < indicators.end(user); p++) {
            context[1 + indicators.column(p)] += indicators.value(p);
        }
        return context;
    }

    /** The context of features: a 1 and their indicators. */
    public float[] contextOf(Map<String, Object> features) {
        float[] context = new float[arms.contextSize()];
        context[0] = 1;
        encoding.encode(features, (index, weight) -> context[1 + index] += weight);
        return context;
    }

    @Override
    public boolean canScore(int user) {
        return true;
    }

    @Override
    public void scoreAll(int user, float[] scores) {
        policy.index(contextOf(user), scores);
    }

    /** Scores from the given features; NaN everywhere where none of them is known. */
    @Override
    public void scoreFeatures(Map<String, Object> features, float[] scores) {
        float[] context = contextOf(features);
        boolean known = false;
        for (int j = 1; j < context.length; j++) {
            known |= context[j] != 0;
        }
        if (known) {
            policy.index(context, scores);
        } else {
            Arrays.fill(scores, Float.NaN);
        }
    }

    @Override
    public Choice choose(int user, Map<String, Object> features, int[] candidates, int k, long seed) {
        return policy.choose(user >= 0 ? contextOf(user) : contextOf(features), candidates, k, seed);
    }
}
