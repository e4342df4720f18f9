/**
 * Multi-armed bandits with items as arms: their lists can be drawn with known propensities, so that what is logged can judge
 * other policies later. What they know of the arms and how they choose lives in {@code io.kindred.core.bandit}.
 */
package io.kindred.models.cf.bandit;
