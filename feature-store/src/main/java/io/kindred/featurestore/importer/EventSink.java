package io.kindred.featurestore.importer;

import io.kindred.core.data.TimeKind;
import java.io.IOException;
import java.util.List;

/**
 * Receives what an import accepts.
 *
 * <p>Users, items, event types and context values arrive as dense numbers from 0 in order of first appearance; the
 * dictionaries that name them are part of the {@link ImportResult}. All events arrive before the first feature. Called
 * by one thread.
 */
public interface EventSink {
    /**
     * One accepted event, in the order of the input rows.
     *
     * @param user dense index of the user (or anonymous session)
     * @param item dense index of the item
     * @param value rating or weight, finite; 1 where the source has none
     * @param time see {@link TimeKind}; seconds since 1970, a running number, or 0
     * @param type dense index of the event type
     * @param part {@link Part#code()}
     * @param context dense value indices of the context columns in the order of {@link ImportResult#context()}, -1 where
     *     missing; empty where there is no context. The array is reused for the next event.
     */
    void event(int user, int item, float value, long time, int type, byte part, int[] context) throws IOException;

    /**
     * The next feature values belong to these columns of one file, all of one side, until the next call.
     *
     * @param columns at least one
     */
    void beginFeatures(List<FeatureColumn> columns) throws IOException;

    /**
     * One present feature value of a column that was begun; the values of one row follow each other. Values of one entity and column arrive at most once, except those of a {@link
     * FeatureType#CATEGORIES} column, whose parts add up.
     *
     * @param column the column, whose side says whether {@code entity} is a user or an item
     * @param entity dense index of the user or item
     * @param value of the kind that belongs to the column's type
     */
    void feature(FeatureColumn column, int entity, FeatureValue value) throws IOException;
}
