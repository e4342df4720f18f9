package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.SessionAware;
import java.io.IOException;

/**
 * Factors in two halves, taste and transition: a user's vector is {@code [taste, transition of the last item]}, an item's
 * {@code [taste, what it follows]} (Rendle, Freudenthaler, Schmidt-Thieme, Factorizing Personalized Markov Chains for
 * Next-Basket Recommendation, 2010). Of a running session, and of a history handed over, the last item counts, and the taste
 * is that of the average user.
 */
public final class SessionFactorsModel extends FactorsModel implements SessionAware, FoldIn {
    /** The part that tells this variant from the others: items x (d - taste columns). */
    static final String TRANSITIONS = "transition_factors";

    /** The average user's taste, as one row. */
    static final String BASE = "session_base";

    private final FloatMatrix transitions;
    private final FloatMatrix base;

    /**
     * @param userFactors users x (t + s)
     * @param itemFactors items x (t + s)
     * @param transitions items x s: what a last item puts into the second half of the user's vector
     * @param base 1 x t: the taste of a user of whom nothing is known
     */
    public SessionFactorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            FloatMatrix transitions,
            FloatMatrix base) {
        super(info, users, items, histories, userFactors, itemFactors);
        if (transitions.rows() != items.size()
                || base.rows() != 1
                || base.columns() + transitions.columns() != itemFactors.columns()) {
            throw new IllegalArgumentException("transitions of " + transitions.rows() + " x " + transitions.columns()
                    + " and a taste of " + base.rows() + " x " + base.columns() + " do not fit " + items.size()
                    + " items with " + itemFactors.columns() + " factors");
        }
        this.transitions = transitions;
        this.base = base;
    }

    static SessionFactorsModel load(
            ModelInfo info,
            ArtifactReader in,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors)
            throws IOException {
        return new SessionFactorsModel(
                info, users, items, histories, userFactors, itemFactors, in.matrix(TRANSITIONS), in.matrix(BASE));
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        super.saveForm(out);
        out.matrix(TRANSITIONS, transitions);
        out.matrix(BASE, base);
    }

    @Override
    public void scoreSession(int[] session, float[] scores) {
        float[] vector = new float[itemVectors().columns()];
        base.copyRow(0, vector);
        float[] transition = transitions.row(session[session.length - 1]);
        System.arraycopy(transition, 0, vector, base.columns(), transition.length);
        itemVectors().dots(vector, 0, itemVectors().rows(), scores, 0);
    }

    /** As {@link #scoreSession}: the last item alone counts, whatever the weights. */
    @Override
    public void scoreHistory(int[] history, float[] weights, float[] scores) {
        scoreSession(history, scores);
    }
}
