/**
 * Networks trained with PyTorch through DJL: one package per model, and {@code engine}, through which all of them reach
 * PyTorch. A network whose scores are a product of vectors leaves plain factors behind, which are served without an engine.
 */
package io.kindred.models.deep;
