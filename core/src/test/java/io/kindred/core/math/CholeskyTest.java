package io.kindred.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    /** [[4, 2], [2, 3]] x = [2, 5] has the solution [-0.5, 2]. */
    @Test
    void solvesASmallSystem() {
        double[] a = {4, Double.NaN, 2, 3}; // the upper triangle is never read
        double[] b = {2, 5};
        Cholesky.factorise(a, 2);
        Cholesky.solve(a, 2, b);
        assertThat(b[0]).isCloseTo(-0.5, within(1e-12));
        assertThat(b[1]).isCloseTo(2, within(1e-12));
    }

    @Test
    void aSingularSystemStaysFinite() {
        double[] a = {1, 0, 1, 1};
        double[] b = {1, 1};
        Cholesky.factorise(a, 2);
        Cholesky.solve(a, 2, b);
        assertThat(b[0] + b[1]).isCloseTo(1, within(1e-6));
    }
}
