package io.kindred.core.tck.broken;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.Trainer;
import io.kindred.core.tck.ModelProviderContract;

/** The kit on a provider whose parameter carries no documentation. Started by the self-test alone. */
final class UndocumentedContractCase extends ModelProviderContract<UndocumentedContractCase.Undocumented> {
    /** A parameter nobody explains. */
    record Undocumented(int mystery) {}

    @Override
    protected ModelProvider<Undocumented> provider() {
        ToyProvider sound = new ToyProvider(Fault.NONE);
        return new ModelProvider<>() {
            @Override
            public String name() {
                return sound.name();
            }

            @Override
            public ModelCard card() {
                return sound.card();
            }

            @Override
            public Class<Undocumented> parametersType() {
                return Undocumented.class;
            }

            @Override
            public Undocumented defaults() {
                return new Undocumented(1);
            }

            @Override
            public Trainer trainer(Undocumented parameters) {
                return (TrainingData data, io.kindred.core.model.TrainingContext context) ->
                        sound.trainer(sound.defaults()).train(data, context);
            }
        };
    }

    @Override
    protected Undocumented fastParameters() {
        return new Undocumented(1);
    }
}
