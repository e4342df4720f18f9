package io.kindred.models.cf.userknn;

import io.kindred.core.KindredException;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;
import io.kindred.core.neighbours.RatingAggregation;
import io.kindred.core.neighbours.Similarity;
import io.kindred.core.neighbours.Weighting;

/** Recommends what the most similar users had, or predicts ratings from theirs. */
public final class UserKnnProvider implements ModelProvider<UserKnnParameters> {
    @Override
    public String name() {
        return "user-knn";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "User-based k-nearest neighbours",
                ModelCard.Family.NEIGHBOURHOOD,
                "Two users are alike if they had or rated the same items; a user is recommended what the most similar users"
                        + " had, or gets ratings predicted from theirs. Good with fewer users than items; finds the"
                        + " neighbours of unseen users while serving.",
                "Herlocker, Konstan, Borchers, Riedl: An Algorithmic Framework for Performing Collaborative Filtering, 1999",
                ModelCard.Feedback.ANY,
                ArtifactKind.USER_SIMILARITY,
                true);
    }

    @Override
    public Class<UserKnnParameters> parametersType() {
        return UserKnnParameters.class;
    }

    @Override
    public UserKnnParameters defaults() {
        return new UserKnnParameters(
                80, 10, Similarity.COSINE, 0.5, 1, Weighting.NONE, 1.2, 0.75, false, RatingAggregation.NONE, 1, 2_000);
    }

    @Override
    public Trainer trainer(UserKnnParameters parameters) {
        if (parameters.ratings() != RatingAggregation.NONE) {
            return new UserRatingsTrainer(parameters);
        }
        if (parameters.similarity().comparesRatings()) {
            throw new KindredException("user-knn with ratings=none compares whole profiles, but similarity="
                    + parameters.similarity().id() + " compares ratings; set similarity to cosine, jaccard,"
                    + " asymmetric-cosine or dot-product, or ratings to basic, with-means, z-score or baseline");
        }
        return new UserKnnTrainer(parameters);
    }
}
