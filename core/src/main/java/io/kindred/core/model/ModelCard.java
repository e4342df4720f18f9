package io.kindred.core.model;

/**
 * What a model is, for people and for generated documentation.
 *
 * @param title the model's usual name, as in "Implicit ALS"
 * @param family the family it belongs to
 * @param summary one or two sentences: what it does and when to use it
 * @param paper authors, title, year of the source
 * @param feedback what it learns from
 * @param kind the serving form it leaves behind
 * @param deterministic whether the same seed gives the same bits at any number of threads
 */
public record ModelCard(
        String title,
        Family family,
        String summary,
        String paper,
        Feedback feedback,
        ArtifactKind kind,
        boolean deterministic) {
    /** Model families. */
    public enum Family {
        BASELINE,
        NEIGHBOURHOOD,
        MATRIX_FACTORISATION,
        LINEAR,
        TWO_TOWER,
        GRAPH,
        RECURRENT,
        ATTENTION,
        CONVOLUTIONAL,
        MULTI_TASK,
        REINFORCEMENT,
        CONTENT,
        ENSEMBLE
    }

    /** Kinds of feedback. */
    public enum Feedback {
        /** That it happened counts, and values are weights at most. */
        IMPLICIT,
        /** Values are ratings to be predicted. */
        EXPLICIT,
        /** Both. */
        ANY
    }
}
