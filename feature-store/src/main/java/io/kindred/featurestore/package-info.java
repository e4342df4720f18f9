/** Files and events in; immutable, content-hashed snapshots and datasets out. */
package io.kindred.featurestore;
