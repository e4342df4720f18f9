package io.kindred.models.cf.content;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Content-based recommendation by the cosine of tf-idf vectors. */
public final class TfIdfProvider implements ModelProvider<TfIdfParameters> {
    @Override
    public String name() {
        return "tf-idf";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Content by TF-IDF",
                ModelCard.Family.CONTENT,
                "Recommends items whose words and categories are like those of the user's items, by the cosine of tf-idf"
                        + " vectors. Needs no interactions with an item, so it works from the first day.",
                "Salton, Buckley: Term-weighting Approaches in Automatic Text Retrieval, 1988; Pazzani, Billsus: Content-Based"
                        + " Recommendation Systems, 2007",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_VECTORS,
                true);
    }

    @Override
    public Class<TfIdfParameters> parametersType() {
        return TfIdfParameters.class;
    }

    @Override
    public TfIdfParameters defaults() {
        return new TfIdfParameters("", StopWords.ENGLISH, 2, 0.5, 100_000, true);
    }

    @Override
    public Trainer trainer(TfIdfParameters parameters) {
        return new ContentTrainer(
                ModelInfo.of(this, parameters),
                parameters.choice(),
                items -> TermWeights.tfIdf(items, parameters.sublinear()),
                true);
    }
}
