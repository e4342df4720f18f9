/**
 * Simulated users whose true behaviour is known: environments that answer choices with rewards, runs of agents in them with
 * their regret, and the logs such runs leave behind.
 */
package io.kindred.evaluation.simulation;
