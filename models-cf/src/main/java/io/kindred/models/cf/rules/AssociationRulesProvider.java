package io.kindred.models.cf.rules;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** Recommends items that those who had an item of the history had as well. */
public final class AssociationRulesProvider implements ModelProvider<AssociationRulesParameters> {
    @Override
    public String name() {
        return "association-rules";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Association rules",
                ModelCard.Family.NEIGHBOURHOOD,
                "\"Who had this also had that\": rules between pairs of items, weighed by their confidence or lift; an item is"
                        + " recommended by the rules that start from the items of the history. Easy to read and to explain.",
                "Agrawal, Imielinski, Swami: Mining Association Rules between Sets of Items in Large Databases, 1993; lift:"
                        + " Brin, Motwani, Ullman, Tsur, 1997",
                ModelCard.Feedback.IMPLICIT,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<AssociationRulesParameters> parametersType() {
        return AssociationRulesParameters.class;
    }

    @Override
    public AssociationRulesParameters defaults() {
        return new AssociationRulesParameters(Interest.CONFIDENCE, 2, 0, 0, 200);
    }

    @Override
    public Trainer trainer(AssociationRulesParameters parameters) {
        return new AssociationRulesTrainer(parameters);
    }
}
