/**
 * Networks that turn a sequence of items into a vector, in plain Java: what a trained sequence model needs to answer a request
 * without an engine.
 */
package io.kindred.core.encoder;
