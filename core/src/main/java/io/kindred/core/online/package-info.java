/** The online side of the feature store: the durable event log, recent histories and feature tables. */
package io.kindred.core.online;
