package io.kindred.core.model;

import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;

/**
 * A model that is ready to answer: immutable and thread-safe. What it can do beyond this interface it says by implementing
 * capabilities ({@link UserItemScorer}, {@link SessionAware}, {@link FoldIn}, {@link ColdStartCapable},
 * {@link SimilarItems}, {@link Explains}, {@link EmbeddingModel}, {@link RatingPredictor}, {@link ServesPropensities}), and only those that are true.
 *
 * <p>Scores are comparable within one call only. NaN means "cannot score this item" and never enters a list.
 */
public interface Recommender extends AutoCloseable {
    ModelInfo info();

    /** The users known in training. */
    Vocabulary users();

    /** The items that can be recommended. */
    Vocabulary items();

    /** Which items each user had in training: what is excluded by default, and how popular each item was. */
    UserHistories histories();

    /** Releases memory; closing twice is harmless. A closed model must not be asked any more. */
    @Override
    default void close() {}
}
