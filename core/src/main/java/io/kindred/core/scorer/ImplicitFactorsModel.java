package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;
import java.util.function.IntFunction;

/**
 * Factors trained with the implicit least-squares objective, which has a closed form for a user who was not in training and
 * splits each score into the contributions of the history (Hu, Koren and Volinsky, Collaborative Filtering for Implicit
 * Feedback Datasets, 2008, section 5).
 */
public final class ImplicitFactorsModel extends FactorsModel implements FoldIn, Explains {
    static final String GRAM = "gram";

    private final ImplicitFoldIn foldIn;

    public ImplicitFactorsModel(
            ModelInfo info,
            Vocabulary users,
            Vocabulary items,
            UserHistories histories,
            FloatMatrix userFactors,
            FloatMatrix itemFactors,
            ImplicitFoldIn foldIn) {
        super(info, users, items, histories, userFactors, itemFactors);
        if (foldIn.dimension() != itemFactors.columns()) {
            throw new IllegalArgumentException(
                    "the fold-in has dimension " + foldIn.dimension() + ", the factors " + itemFactors.columns());
        }
        if (!foldIn.fits(items.size())) {
            throw new IllegalArgumentException("the fold-in's weights do not fit " + items.size() + " items");
        }
        this.foldIn = foldIn;
    }

    ImplicitFoldIn foldIn() {
        return foldIn;
    }

    @Override
    void saveForm(ArtifactWriter out) throws IOException {
        super.saveForm(out);
        foldIn.save(out, GRAM);
    }

    @Override
    public void scoreHistory(int[] history, float[] weights, float[] scores) {
        float[] vector = foldIn.solve(itemVectors(), history, weights);
        itemVectors().dots(vector, 0, itemVectors().rows(), scores, 0);
    }

    @Override
    public Explanation explain(int[] history, float[] weights) {
        IntFunction<float[]> contributions = foldIn.contributions(itemVectors(), history, weights);
        return (item, limit) -> {
            float[] amounts = contributions.apply(item);
            Contributions found = new Contributions();
            for (int h = 0; h < history.length; h++) {
                found.add(history[h], amounts[h]);
            }
            return found.largest(limit);
        };
    }
}
