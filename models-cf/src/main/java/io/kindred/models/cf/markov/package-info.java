/** Markov chains over items. */
package io.kindred.models.cf.markov;
