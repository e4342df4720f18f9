package io.kindred.core.scorer;

/**
 * How much the places of a session count, the last most (Ludewig and Jannach, Evaluation of Session-based Recommendation
 * Algorithms, 2018, and the authors' framework session-rec).
 */
public enum PositionWeighting {
    /** All places count the same. */
    SAME {
        @Override
        double ofPlace(int place, int length) {
            return 1;
        }

        @Override
        double ofStep(int step) {
            return 1;
        }
    },
    /** A tenth less with every step back, down to nothing. */
    LINEAR {
        @Override
        double ofPlace(int place, int length) {
            return Math.max(0, 1 - 0.1 * (length - place));
        }

        @Override
        double ofStep(int step) {
            return Math.max(0, 1 - 0.1 * step);
        }
    },
    /** The place divided by the length; 1 / step. */
    DIVISION {
        @Override
        double ofPlace(int place, int length) {
            return (double) place / length;
        }

        @Override
        double ofStep(int step) {
            return 1.0 / step;
        }
    },
    /** The square of {@link #DIVISION}. */
    QUADRATIC {
        @Override
        double ofPlace(int place, int length) {
            return DIVISION.ofPlace(place, length) * DIVISION.ofPlace(place, length);
        }

        @Override
        double ofStep(int step) {
            return 1.0 / ((double) step * step);
        }
    },
    /** One by the logarithm (base 10) of the steps back and 1.7. */
    LOGARITHMIC {
        @Override
        double ofPlace(int place, int length) {
            return 1 / Math.log10(length - place + 1.7);
        }

        @Override
        double ofStep(int step) {
            return 1 / Math.log10(step + 1.7);
        }
    };

    /**
     * What an item counts when sessions are compared.
     *
     * @param place from 1, the first item, to {@code length}
     */
    abstract double ofPlace(int place, int length);

    /**
     * What a neighbour counts by the last item that it shares with the session.
     *
     * @param step 1 for the session's last item, 2 for the one before it, and so on
     */
    abstract double ofStep(int step);
}
