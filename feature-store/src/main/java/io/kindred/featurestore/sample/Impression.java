package io.kindred.featurestore.sample;

/**
 * One position of one slate that was shown.
 *
 * @param user dense index of the viewer
 * @param time Unix seconds at which the slate was shown
 * @param session number of the session, the same as in {@link Interaction}
 * @param slate number of the slate, unique over all viewers
 * @param position from 1
 * @param item dense index of the film
 * @param propensity probability with which the logging policy chose this film for this position, given the
 *     positions before it; ten decimals, in (0, 1]
 * @param candidates number of films the policy could choose from
 * @param clicked whether the viewer clicked
 */
public record Impression(
        int user,
        long time,
        int session,
        int slate,
        int position,
        int item,
        double propensity,
        int candidates,
        boolean clicked) {}
