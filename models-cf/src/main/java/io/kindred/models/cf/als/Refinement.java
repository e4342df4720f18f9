package io.kindred.models.cf.als;

/** A step from a row's present vector towards the solution of its normal equations. An instance belongs to one thread. */
interface Refinement {
    /**
     * Improves the vector of a row that has a history.
     *
     * @param vector in the coordinates of the {@link Basis}; overwritten
     * @return false if single precision does not suffice; the vector is useless then
     */
    boolean improve(int row, float[] vector);
}
