/**
 * Off-policy evaluation: what a policy would have earned, estimated from the logged choices of another one. A {@link
 * io.kindred.evaluation.offpolicy.BanditFeedback} holds the log, a {@link io.kindred.evaluation.offpolicy.Policy} is what is
 * to be judged, and {@link io.kindred.evaluation.offpolicy.OffPolicyEvaluation} puts estimators beside each other with
 * intervals and warnings.
 */
package io.kindred.evaluation.offpolicy;
