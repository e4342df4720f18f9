/** The server: recommendations, events, and the registry of models. */
package io.kindred.serving;
