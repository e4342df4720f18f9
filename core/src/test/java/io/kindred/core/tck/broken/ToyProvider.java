package io.kindred.core.tck.broken;

import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;

/** A co-occurrence model with one fault. */
final class ToyProvider implements ModelProvider<ToyParameters> {
    private final Fault fault;

    ToyProvider(Fault fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "Toy",
                ModelCard.Family.NEIGHBOURHOOD,
                fault == Fault.BLANK_CARD ? "" : "Counts common users.",
                "none",
                ModelCard.Feedback.ANY,
                ArtifactKind.ITEM_SIMILARITY,
                true);
    }

    @Override
    public Class<ToyParameters> parametersType() {
        return ToyParameters.class;
    }

    @Override
    public ToyParameters defaults() {
        return new ToyParameters(1, 3);
    }

    @Override
    public Trainer trainer(ToyParameters parameters) {
        return new ToyTrainer(this, parameters, fault);
    }
}
