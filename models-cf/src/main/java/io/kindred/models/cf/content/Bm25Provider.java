package io.kindred.models.cf.content;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Content-based recommendation by BM25 of a profile's terms. */
public final class Bm25Provider implements ModelProvider<Bm25Parameters> {
    @Override
    public String name() {
        return "bm25";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Content by BM25",
                ModelCard.Family.CONTENT,
                "Looks for items as a search engine would that is asked for the words and categories of the user's items."
                        + " Needs no interactions with an item; suits long and uneven descriptions.",
                "Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond, 2009",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_VECTORS,
                true);
    }

    @Override
    public Class<Bm25Parameters> parametersType() {
        return Bm25Parameters.class;
    }

    @Override
    public Bm25Parameters defaults() {
        return new Bm25Parameters("", StopWords.ENGLISH, 2, 0.5, 100_000, 1.2, 0.75);
    }

    @Override
    public Trainer trainer(Bm25Parameters parameters) {
        return new ContentTrainer(
                ModelInfo.of(this, parameters),
                parameters.choice(),
                items -> TermWeights.bm25(items, parameters.k1(), parameters.b()),
                false);
    }
}
