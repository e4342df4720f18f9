package io.kindred.featurestore.sample;

/**
 * How affinity and appeal become clicks, and attention falls with the position in a slate.
 *
 * <p>A position-based model: a click needs that the position is examined and that the film attracts, and the
 * two are independent (Craswell, Zoeter, Taylor and Ramsey, "An Experimental Comparison of Click
 * Position-Bias Models", WSDM 2008).
 *
 * @param bias log-odds of a click on a film of average appeal at affinity 0
 * @param affinityWeight log-odds for each unit of affinity
 * @param appealWeight log-odds for each standard deviation of appeal
 * @param positionBias exponent of the fall of attention
 * @param meanRating rating of a film at {@link #typicalAffinity}
 * @param affinityRating stars for each unit of affinity
 * @param appealRating stars for each standard deviation of appeal
 * @param typicalAffinity affinity of what people usually watch
 */
public record ClickModel(
        double bias,
        double affinityWeight,
        double appealWeight,
        double positionBias,
        double meanRating,
        double affinityRating,
        double appealRating,
        double typicalAffinity) {

    /** The model of the bundled sample. */
    public static ClickModel defaults() {
        return new ClickModel(-3.0, 4.5, 0.3, 0.6, 3.6, 2.2, 0.15, 0.5);
    }

    /** Probability that a film attracts a viewer who looks at it. */
    double attraction(double affinity, double appeal) {
        double logOdds = bias + affinityWeight * affinity + appealWeight * appeal;
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** Probability that the viewer looks at a position, {@code position^-positionBias}; 1 for the first. */
    double examination(int position) {
        return StrictMath.pow(position, -positionBias);
    }

    /** Stars before the viewer's own bias, noise and rounding. */
    double rating(double affinity, double appeal) {
        return meanRating + affinityRating * (affinity - typicalAffinity) + appealRating * appeal;
    }
}
