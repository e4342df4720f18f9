package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;

/**
 * Factors that can take in unseen users, whatever they were trained with: the item vectors stay as they are and the user
 * vector is computed from the history. Where training has no closed form for it, that is the implicit least-squares problem
 * on the item vectors (Hu, Koren, Volinsky, 2008); a column that carries the items' bias then gets a weight of its own.
 */
public sealed class FoldInFactorsModel extends FactorsModel implements FoldIn permits FeatureFactorsModel {
    private static final String GRAM = "fold_in_gram";
    // The three constants let unseen users of MovieLens 100K reach known users' ndcg with vectors from BPR; neither
    // twice nor
    // half of one changes it by 2%.
    /** Confidence that a history item's score should be 1, over that of any other item's being 0. */
    private static final double ALPHA = 1;
    /** Confidence of all items together that their score should be 0. */
    private static final double UNOBSERVED_TOTAL = 20;
    /** L2 strength per interaction, in units of the mean squared component of an item vector. */
    private static final double RELATIVE_REGULARIZATION = 10;

    private volatile UserFoldIn foldIn;

    /** Factors with a given way to fold in. */
    public FoldInFactorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            UserFoldIn foldIn) {
        this(info, users, items, histories, userFactors, itemFactors);
        if (foldIn.dimension() != itemFactors.columns()) {
            throw new IllegalArgumentException(
                    "the fold-in has dimension " + foldIn.dimension() + ", the factors " + itemFactors.columns());
        }
        this.foldIn = foldIn;
    }

    /** Factors as {@link #leastSquares} makes them. */
    FoldInFactorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors) {
        super(info, users, items, histories, userFactors, itemFactors);
    }

    /** Factors that fold in by least squares; what that needs is computed when it is first used or saved. */
    public static FoldInFactorsModel leastSquares(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors) {
        return new FoldInFactorsModel(info, users, items, histories, userFactors, itemFactors);
    }

    static boolean isIn(ArtifactReader in) {
        return in.has(ProjectionFoldIn.PART) || in.has(GRAM);
    }

    static UserFoldIn loadFoldIn(ArtifactReader in) throws IOException {
        return in.has(ProjectionFoldIn.PART) ? ProjectionFoldIn.load(in) : ImplicitFoldIn.load(in, GRAM);
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        super.saveForm(out);
        switch (foldIn()) {
            case ProjectionFoldIn projection -> projection.save(out);
            case ImplicitFoldIn implicit -> implicit.save(out, GRAM);
        }
    }

    @Override
    public final void scoreHistory(int[] history, float[] weights, float[] scores) {
        float[] vector = foldIn().solve(itemVectors(), history, weights);
        itemVectors().dots(vector, 0, itemVectors().rows(), scores, 0);
    }

    private UserFoldIn foldIn() {
        UserFoldIn known = foldIn;
        if (known == null) {
            synchronized (this) {
                known = foldIn;
                if (known == null) {
                    known = leastSquares(itemVectors());
                    foldIn = known;
                }
            }
        }
        return known;
    }

    private static ImplicitFoldIn leastSquares(FloatMatrix itemVectors) {
        int d = itemVectors.columns();
        double unobserved = UNOBSERVED_TOTAL / Math.max(1, itemVectors.rows());
        double[] gram = ItemGram.of(itemVectors);
        FloatMatrix scaled = FloatMatrix.zeros(d, d);
        double trace = 0;
        for (int a = 0; a < d; a++) {
            trace += gram[a * d + a];
            for (int b = 0; b < d; b++) {
                scaled.array()[a * d + b] = (float) (unobserved * gram[Math.max(a, b) * d + Math.min(a, b)]);
            }
        }
        double meanSquare = trace / Math.max(1.0, (double) d * itemVectors.rows());
        return new ImplicitFoldIn(scaled, ALPHA, RELATIVE_REGULARIZATION * meanSquare, unobserved, 1);
    }
}
