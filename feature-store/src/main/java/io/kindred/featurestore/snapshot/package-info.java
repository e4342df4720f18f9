/**
 * Immutable, content-hashed snapshots of interaction data as Arrow segments, and data sets built from them.
 *
 * <p>{@link io.kindred.featurestore.snapshot.FeatureStore} imports files into {@link
 * io.kindred.featurestore.snapshot.Snapshot}s below its root; {@link io.kindred.featurestore.snapshot.DatasetBuilder}
 * filters a snapshot into core's interactions and feature tables.
 */
package io.kindred.featurestore.snapshot;
