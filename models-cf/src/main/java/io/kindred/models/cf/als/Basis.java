package io.kindred.models.cf.als;

import io.kindred.models.cf.panel.PanelKernels;
import java.util.Arrays;

/**
 * The coordinates in which rows are refined, and what all rows' systems share in them: the Gram matrix of the other side
 * times the unobserved weight, G.
 *
 * @param vectors the other side's vectors in these coordinates
 * @param diagonal of G
 * @param dense G, row-major with the vectors' stride, or null where G is diagonal
 * @param there panel matrix that leads from the plain coordinates into these, or null where they are the plain ones
 * @param back panel matrix that leads back, or null as above
 */
record Basis(FactorTable vectors, float[] diagonal, float[] dense, float[] there, float[] back) {
    /** The plain coordinates. */
    static Basis plain(GramMatrix gram, FactorTable vectors) {
        int n = vectors.stride();
        float[] dense = new float[n * n];
        float[] diagonal = new float[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                dense[i * n + j] = gram.get(i, j);
            }
            diagonal[i] = gram.get(i, i);
        }
        return new Basis(vectors, diagonal, dense, null, null);
    }

    /** Coordinates along the eigenvectors of G. */
    static Basis of(Spectrum spectrum) {
        return new Basis(spectrum.rotated(), spectrum.values(), null, spectrum.there(), spectrum.back());
    }

    boolean isPlain() {
        return there == null;
    }

    /** {@code target = (G + strength I) vector}. */
    void multiply(float[] vector, float strength, float[] target) {
        int n = vectors.stride();
        if (dense == null) {
            for (int c = 0; c < n; c++) {
                target[c] = (diagonal[c] + strength) * vector[c];
            }
            return;
        }
        Arrays.fill(target, 0, n, 0f);
        PanelKernels kernels = PanelKernels.best();
        kernels.axpy(strength, vector, 0, n, target);
        kernels.combine(dense, 0, n, n, vector, target);
    }
}
