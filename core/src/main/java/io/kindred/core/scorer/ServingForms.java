package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.model.ModelInfo;
import java.io.IOException;

/** Opens a saved model as the serving form its manifest names. */
public final class ServingForms {
    private ServingForms() {}

    /**
     * The model in an artifact.
     *
     * @throws ArtifactException if a part is missing or malformed
     */
    public static ServingModel load(ModelInfo info, ArtifactReader in) throws IOException {
        try {
            return switch (info.kind()) {
                case POPULARITY -> PopularityModel.load(info, in);
                case ITEM_SIMILARITY -> itemSimilarity(info, in);
                case USER_SIMILARITY ->
                    in.has(SessionNeighboursModel.INDEX)
                            ? SessionNeighboursModel.load(info, in)
                            : UserSimilarityModel.load(info, in);
                case FACTORS -> FactorsModel.load(info, in);
                case ITEM_VECTORS -> ItemVectorsModel.load(info, in);
                case ENSEMBLE -> EnsembleModel.load(info, in);
                case BANDIT ->
                    in.has(ContextualBanditModel.RESPONSES)
                            ? ContextualBanditModel.load(info, in)
                            : BanditModel.load(info, in);
                case NETWORK -> SequenceModel.load(info, in);
            };
        } catch (IllegalArgumentException e) {
            throw new ArtifactException("the artifact's parts do not fit together: " + e.getMessage(), e);
        }
    }

    private static ServingModel itemSimilarity(ModelInfo info, ArtifactReader in) throws IOException {
        if (in.has(TransitionModel.BACKOFF)) {
            return TransitionModel.load(info, in);
        }
        if (in.has(SlopeOneModel.DEVIATIONS)) {
            return SlopeOneModel.load(info, in);
        }
        return ItemSimilarityModel.load(info, in);
    }
}
