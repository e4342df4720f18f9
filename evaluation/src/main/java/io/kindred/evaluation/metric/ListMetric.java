package io.kindred.evaluation.metric;

/**
 * A measure of one user's list, cut off at several lengths. Implementations may keep scratch space and are then not
 * thread-safe; every thread of an evaluation gets its own.
 */
public interface ListMetric {
    /** The name in reports, without the cut-off: "ndcg" of "ndcg@10". */
    String label();

    /**
     * Measures the first {@code at[c]} entries of a list for each cut-off.
     *
     * @param user a user with at least one relevant item, and the list
     * @param at cut-offs in ascending order
     * @param values written in full, {@code values[c]} for {@code at[c]}; NaN where the metric is not defined
     */
    void measure(UserCase user, int[] at, double[] values);
}
