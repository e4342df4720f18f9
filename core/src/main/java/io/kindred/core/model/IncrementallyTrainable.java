package io.kindred.core.model;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;

/** A trainer that can go on from an earlier model when new interactions, users or items have arrived. */
public interface IncrementallyTrainable extends Trainer {
    /**
     * Updates a model with new interactions. The result owns its memory: the base, which may be mapped from an artifact, can be
     * closed afterwards. Where there is nothing new the result scores as the base does.
     *
     * @param base a model of the same provider and parameters, trained here or read from an artifact; unchanged
     * @param delta the new interactions alone, over vocabularies that extend the base's (never renumber)
     * @throws KindredException if the base is not such a model or the vocabularies do not extend it, see {@link #requireExtension}
     * @throws InterruptedException as {@link Trainer#train}
     */
    TrainedModel update(Recommender base, TrainingData delta, TrainingContext context) throws InterruptedException;

    /**
     * New interactions over vocabularies that begin with a model's: ids it does not know are put behind those it does. Features
     * are left out.
     */
    static TrainingData extend(Recommender base, TrainingData news) {
        Interactions interactions = news.interactions();
        Vocabulary.Builder users = base.users().extend();
        interactions.users().ids().forEach(users::add);
        Vocabulary.Builder items = base.items().extend();
        interactions.items().ids().forEach(items::add);
        return TrainingData.of(interactions.over(users.build(), items.build())).withProvenance(news.provenance());
    }

    /**
     * What every update checks first: that the base is a model of this provider with these parameters, and that the new data's
     * vocabularies begin with the base's.
     *
     * @param expected the info of the models that the trainer makes
     * @throws KindredException saying what does not fit and the way out
     */
    static void requireExtension(ModelInfo expected, Recommender base, TrainingData delta) {
        ModelInfo info = base.info();
        if (!info.provider().equals(expected.provider())) {
            throw new KindredException(
                    expected.provider() + " cannot update a model of '" + info.provider() + "'; train it anew");
        }
        if (!info.parameters().equals(expected.parameters())) {
            String changed = expected.parameters().keySet().stream()
                    .filter(name -> !expected.parameters()
                            .get(name)
                            .equals(info.parameters().get(name)))
                    .findFirst()
                    .orElseGet(() -> info.parameters().keySet().iterator().next());
            throw new KindredException(
                    "an update keeps the parameters of its base: " + info.provider() + " was trained with "
                            + changed + "=" + info.parameters().get(changed) + ", not "
                            + expected.parameters().get(changed) + "; leave it out or train the model anew");
        }
        requireExtension(base.users(), delta.interactions().users(), "users");
        requireExtension(base.items(), delta.interactions().items(), "items");
    }

    private static void requireExtension(Vocabulary base, Vocabulary extended, String what) {
        if (!extended.startsWith(base)) {
            throw new KindredException("the new data's " + what + " do not begin with the " + base.size() + " " + what
                    + " of the base model; build them with Vocabulary.extend");
        }
    }
}
