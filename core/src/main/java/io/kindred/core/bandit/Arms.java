package io.kindred.core.bandit;

/** What is known of each arm. {@link #add} changes it; everything else may be called by many threads at once. */
public sealed interface Arms permits CountedArms, LinearArms {
    /** How many arms there are. */
    int count();

    /** How many numbers a context has; 0 where arms are judged without one. */
    int contextSize();

    /** Takes one observation in. Not thread-safe. */
    void add(float[] context, int arm, double reward);

    /** What is believed in a situation, under a rule. */
    Beliefs in(float[] context, BanditRule rule);

    /** What is believed of the arms in one situation. */
    interface Beliefs {
        /**
         * By which score arms are ranked when nothing is left to chance: the upper bound where the rule has one, else the mean
         * reward.
         *
         * @param into written in full, finite
         */
        void index(float[] into);

        /**
         * The scores of one draw, from 0 to the rule's number of draws; the same draw gives the same scores.
         *
         * @param into written in full, finite
         */
        void draw(int number, float[] into);
    }
}
