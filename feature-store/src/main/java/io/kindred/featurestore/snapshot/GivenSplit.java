package io.kindred.featurestore.snapshot;

import io.kindred.core.data.Interactions;

/**
 * The split that came with the data. All three share one vocabulary, so a user or item that occurs only in the test part
 * keeps its id.
 *
 * @param data everything, with features; its interactions hold all parts
 * @param train training events
 * @param valid validation events; empty where none were given
 * @param test test events
 */
public record GivenSplit(Dataset data, Interactions train, Interactions valid, Interactions test) {}
