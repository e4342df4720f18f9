/**
 * Multi-armed bandits: what is known of each arm, how a rule turns that into choices, and how likely each choice is. The same
 * code learns in simulation and answers in serving.
 */
package io.kindred.core.bandit;
