package io.kindred.evaluation;

import io.kindred.core.KindredException;

/** Which items a user's relevant ones have to compete with. */
public sealed interface Candidates {
    /** Every item that is not in the user's training part. */
    Candidates ALL = new All();

    /** Every item, and repeats of the training part are relevant: what people buy or click again counts. */
    Candidates ALL_WITH_SEEN = new AllWithSeen();

    /** The name in the protocol hash. */
    String label();

    /** What metric names begin with, so that a sampled figure is never taken for a full one. */
    String prefix();

    /** Full ranking. */
    record All() implements Candidates {
        @Override
        public String label() {
            return "all-unseen-in-training";
        }

        @Override
        public String prefix() {
            return "";
        }
    }

    /** Full ranking in which the items of the user's training part compete as well. */
    record AllWithSeen() implements Candidates {
        @Override
        public String label() {
            return "all-with-seen";
        }

        @Override
        public String prefix() {
            return "";
        }
    }

    /**
     * The user's relevant items and some others, drawn uniformly without repetition from the rest of the candidates; the draws
     * depend on the seed and the user's index alone. Such figures are biased and do not order models as full ranking does
     * (Krichene and Rendle, On Sampled Metrics for Item Recommendation, 2020).
     *
     * @param count how many others, at least 1
     */
    record SampledUniform(int count) implements Candidates {
        public SampledUniform {
            if (count < 1) {
                throw new KindredException("the number of sampled candidates is " + count + " but must be at least 1");
            }
        }

        @Override
        public String label() {
            return "sampled-" + count + "-uniform";
        }

        @Override
        public String prefix() {
            return label() + ":";
        }
    }

    /**
     * The candidates with a name: "all", "all-with-seen" or "sampled-N-uniform".
     *
     * @throws KindredException for any other name
     */
    static Candidates of(String name) {
        if (name.equals("all")) {
            return ALL;
        }
        if (name.equals(ALL_WITH_SEEN.label())) {
            return ALL_WITH_SEEN;
        }
        if (name.matches("sampled-[1-9][0-9]{0,8}-uniform")) {
            return new SampledUniform(
                    Integer.parseInt(name.substring("sampled-".length(), name.length() - "-uniform".length())));
        }
        throw new KindredException(
                "unknown candidates '" + name + "'; available: all, all-with-seen, sampled-99-uniform (any number)");
    }
}
