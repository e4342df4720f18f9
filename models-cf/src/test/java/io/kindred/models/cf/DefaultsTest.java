package io.kindred.models.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A changed default changes everybody's results, so it takes a changed line here. */
final class DefaultsTest {
    @Test
    void defaultsOfBandits() {
        assertThat(defaults("epsilon-greedy"))
                .isEqualTo(Map.of("epsilon", 0.1, "priorSuccesses", 1.0, "priorFailures", 1.0, "rewards", "implicit"));
        assertThat(defaults("ucb"))
                .isEqualTo(Map.of(
                        "exploration", 1.0,
                        "epsilon", 0.0,
                        "priorSuccesses", 1.0,
                        "priorFailures", 1.0,
                        "rewards", "implicit"));
        assertThat(defaults("thompson"))
                .isEqualTo(Map.of(
                        "priorSuccesses", 1.0,
                        "priorFailures", 1.0,
                        "draws", 100L,
                        "epsilon", 0.0,
                        "rewards", "implicit"));
        assertThat(defaults("lin-ucb"))
                .isEqualTo(Map.of(
                        "exploration", 0.5,
                        "epsilon", 0.0,
                        "regularization", 1.0,
                        "minCount", 2L,
                        "rewards", "implicit"));
        assertThat(defaults("lin-thompson"))
                .isEqualTo(Map.of(
                        "exploration",
                        0.3,
                        "draws",
                        100L,
                        "epsilon",
                        0.0,
                        "regularization",
                        1.0,
                        "minCount",
                        2L,
                        "rewards",
                        "implicit"));
    }

    @Test
    void defaultsOfTifuKnn() {
        assertThat(defaults("tifu-knn"))
                .isEqualTo(Map.of(
                        "neighbours",
                        300L,
                        "groups",
                        7L,
                        "withinDecay",
                        0.9,
                        "groupDecay",
                        0.7,
                        "alpha",
                        0.7,
                        "valuesAsWeights",
                        false));
    }

    @Test
    void defaultsOfEnsemble() {
        assertThat(defaults("ensemble"))
                .isEqualTo(Map.of(
                        "models",
                        "als, item-knn",
                        "method",
                        "weighted",
                        "weights",
                        "",
                        "normalization",
                        "z-score",
                        "rankConstant",
                        60.0,
                        "holdOut",
                        0.1));
    }

    @Test
    void defaultsOfFpmc() {
        assertThat(defaults("fpmc"))
                .isEqualTo(Map.of(
                        "factors",
                        64L,
                        "epochs",
                        30L,
                        "learningRate",
                        0.05,
                        "regularization",
                        0.01,
                        "valuesAsWeights",
                        false));
    }

    @Test
    void defaultsOfVsKnn() {
        assertThat(defaults("vsknn"))
                .isEqualTo(Map.of(
                        "neighbours",
                        200L,
                        "sampleSize",
                        1000L,
                        "lastItems",
                        20L,
                        "similarity",
                        "cosine",
                        "placeWeighting",
                        "quadratic",
                        "matchWeighting",
                        "division",
                        "idfWeight",
                        0.0));
    }

    @Test
    void defaultsOfSlopeOne() {
        assertThat(defaults("slope-one")).isEqualTo(Map.of("minSupport", 1L));
    }

    @Test
    void defaultsOfCoClustering() {
        assertThat(defaults("co-clustering")).isEqualTo(Map.of("userClusters", 3L, "itemClusters", 3L, "epochs", 20L));
    }

    @Test
    void defaultsOfSvdAndPmf() {
        Map<String, Object> expected = Map.of(
                "factors", 100L,
                "epochs", 20L,
                "learningRate", 0.005,
                "regularization", 0.02,
                "initialDeviation", 0.1);
        assertThat(defaults("svd")).isEqualTo(expected);
        assertThat(defaults("pmf")).isEqualTo(expected);
    }

    @Test
    void defaultsOfSvdpp() {
        assertThat(defaults("svdpp"))
                .isEqualTo(Map.of(
                        "factors", 20L,
                        "epochs", 20L,
                        "learningRate", 0.007,
                        "regularization", 0.02,
                        "initialDeviation", 0.1));
    }

    @Test
    void defaultsOfNmf() {
        assertThat(defaults("nmf"))
                .isEqualTo(Map.of(
                        "factors", 15L, "epochs", 50L, "regularization", 0.06, "biased", false, "initialMaximum", 1.0));
    }

    @Test
    void defaultsOfBaseline() {
        assertThat(defaults("baseline"))
                .isEqualTo(Map.of(
                        "method", "als",
                        "epochs", 10L,
                        "userRegularization", 15.0,
                        "itemRegularization", 10.0,
                        "learningRate", 0.005,
                        "regularization", 0.02));
    }

    @Test
    void defaultsOfMarkov() {
        assertThat(defaults("markov"))
                .isEqualTo(Map.of(
                        "steps",
                        3L,
                        "stepDecay",
                        0.5,
                        "smoothing",
                        1.0,
                        "neighbours",
                        200L,
                        "lookback",
                        5L,
                        "lookbackDecay",
                        0.5,
                        "valuesAsWeights",
                        false));
    }

    @Test
    void defaultsOfPopularity() {
        assertThat(defaults("popularity")).isEqualTo(Map.of("halfLifeDays", 0.0));
    }

    @Test
    void defaultsOfBpr() {
        assertThat(defaults("bpr"))
                .isEqualTo(Map.of(
                        "factors",
                        64L,
                        "epochs",
                        100L,
                        "learningRate",
                        0.1,
                        "regularization",
                        0.015,
                        "valuesAsWeights",
                        false));
    }

    @Test
    void defaultsOfWarp() {
        assertThat(defaults("warp"))
                .isEqualTo(Map.of(
                        "factors",
                        64L,
                        "epochs",
                        60L,
                        "learningRate",
                        0.01,
                        "regularization",
                        1.0,
                        "maxSampled",
                        10L,
                        "valuesAsWeights",
                        false));
    }

    @Test
    void defaultsOfWarpKos() {
        assertThat(defaults("warp-kos"))
                .isEqualTo(Map.of(
                        "factors", 64L,
                        "epochs", 60L,
                        "learningRate", 0.01,
                        "regularization", 1.0,
                        "maxSampled", 10L,
                        "positives", 10L,
                        "rank", 5L,
                        "valuesAsWeights", false));
    }

    @Test
    void defaultsOfLogisticMf() {
        assertThat(defaults("logistic-mf"))
                .isEqualTo(Map.of(
                        "factors",
                        32L,
                        "epochs",
                        60L,
                        "learningRate",
                        0.2,
                        "regularization",
                        5.0,
                        "negatives",
                        10L,
                        "valuesAsWeights",
                        false));
    }

    @Test
    void defaultsOfPureSvd() {
        assertThat(defaults("pure-svd")).isEqualTo(Map.of("factors", 50L, "powerIterations", 20L));
    }

    @Test
    void defaultsOfAssociationRules() {
        assertThat(defaults("association-rules"))
                .isEqualTo(Map.of(
                        "interest",
                        "confidence",
                        "minSupport",
                        2L,
                        "minInterest",
                        0.0,
                        "shrink",
                        0.0,
                        "neighbours",
                        200L));
    }

    @Test
    void defaultsOfItemKnn() {
        assertThat(defaults("item-knn"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("neighbours", 100L),
                        Map.entry("shrink", 10.0),
                        Map.entry("similarity", "cosine"),
                        Map.entry("alpha", 0.5),
                        Map.entry("minSupport", 1L),
                        Map.entry("weighting", "none"),
                        Map.entry("k1", 1.2),
                        Map.entry("b", 0.75),
                        Map.entry("valuesAsWeights", false),
                        Map.entry("ratings", "none"),
                        Map.entry("minNeighbours", 1L),
                        Map.entry("stored", 2000L)));
    }

    @Test
    void defaultsOfUserKnn() {
        assertThat(defaults("user-knn"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("neighbours", 80L),
                        Map.entry("shrink", 10.0),
                        Map.entry("similarity", "cosine"),
                        Map.entry("alpha", 0.5),
                        Map.entry("minSupport", 1L),
                        Map.entry("weighting", "none"),
                        Map.entry("k1", 1.2),
                        Map.entry("b", 0.75),
                        Map.entry("valuesAsWeights", false),
                        Map.entry("ratings", "none"),
                        Map.entry("minNeighbours", 1L),
                        Map.entry("stored", 2000L)));
    }

    @Test
    void defaultsOfAls() {
        assertThat(defaults("als"))
                .isEqualTo(Map.of(
                        "factors",
                        64L,
                        "epochs",
                        15L,
                        "regularization",
                        0.002,
                        "alpha",
                        1.0,
                        "unobservedWeight",
                        0.1,
                        "frequencyExponent",
                        1.0,
                        "valuesAsWeights",
                        false,
                        "solver",
                        "auto",
                        "steps",
                        3L,
                        "blockSize",
                        64L));
    }

    @Test
    void defaultsOfEase() {
        assertThat(defaults("ease"))
                .isEqualTo(Map.of("regularization", 250.0, "neighbours", 0L, "valuesAsWeights", false));
    }

    @Test
    void defaultsOfRp3Beta() {
        assertThat(defaults("rp3beta"))
                .isEqualTo(Map.of("alpha", 1.0, "beta", 0.6, "neighbours", 100L, "valuesAsWeights", false));
    }

    @Test
    void defaultsOfP3Alpha() {
        assertThat(defaults("p3alpha")).isEqualTo(Map.of("alpha", 1.0, "neighbours", 100L, "valuesAsWeights", false));
    }

    @Test
    void defaultsOfSlim() {
        assertThat(defaults("slim"))
                .isEqualTo(Map.of(
                        "l1",
                        1.0,
                        "l2",
                        200.0,
                        "nonNegative",
                        true,
                        "candidates",
                        500L,
                        "epochs",
                        100L,
                        "valuesAsWeights",
                        false));
    }

    @Test
    void defaultsOfAdmmSlim() {
        assertThat(defaults("admm-slim"))
                .isEqualTo(Map.of(
                        "l1",
                        1.0,
                        "l2",
                        200.0,
                        "nonNegative",
                        true,
                        "zeroDiagonal",
                        true,
                        "penalty",
                        500.0,
                        "epochs",
                        30L,
                        "valuesAsWeights",
                        false));
    }

    @Test
    void defaultsOfSparseEase() {
        assertThat(defaults("sparse-ease"))
                .isEqualTo(Map.of("regularization", 250.0, "neighbours", 200L, "valuesAsWeights", false));
    }

    @Test
    void defaultsOfEals() {
        assertThat(defaults("eals"))
                .isEqualTo(Map.of(
                        "factors", 64L,
                        "epochs", 20L,
                        "regularization", 0.002,
                        "unobservedWeight", 0.1,
                        "popularityExponent", 0.4,
                        "frequencyExponent", 1.0,
                        "valuesAsWeights", false));
    }

    @Test
    void defaultsOfHybridMf() {
        Map<String, Object> expected = new HashMap<>(Map.of(
                "factors", 32L,
                "epochs", 20L,
                "learningRate", 0.05,
                "userRegularization", 0.0,
                "itemRegularization", 0.0,
                "loss", "warp",
                "maxSampled", 20L,
                "negatives", 5L,
                "orderStatistic", 5L,
                "orderSample", 10L));
        expected.putAll(Map.of(
                "userIdentities", true, "itemIdentities", true, "minFeatureCount", 2L, "valuesAsWeights", false));
        assertThat(defaults("hybrid-mf")).isEqualTo(expected);
    }

    @Test
    void defaultsOfTfIdf() {
        assertThat(defaults("tf-idf"))
                .isEqualTo(Map.of(
                        "columns",
                        "",
                        "stopWords",
                        "english",
                        "minDocuments",
                        2L,
                        "maxDocumentShare",
                        0.5,
                        "maxTerms",
                        100_000L,
                        "sublinear",
                        true));
    }

    @Test
    void defaultsOfBm25() {
        assertThat(defaults("bm25"))
                .isEqualTo(Map.of(
                        "columns",
                        "",
                        "stopWords",
                        "english",
                        "minDocuments",
                        2L,
                        "maxDocumentShare",
                        0.5,
                        "maxTerms",
                        100_000L,
                        "k1",
                        1.2,
                        "b",
                        0.75));
    }

    @Test
    void defaultsOfFm() {
        assertThat(defaults("fm"))
                .isEqualTo(Map.of(
                        "factors",
                        64L,
                        "epochs",
                        100L,
                        "learningRate",
                        0.1,
                        "regularization",
                        0.015,
                        "solver",
                        "bpr",
                        "initialDeviation",
                        0.03,
                        "identities",
                        true,
                        "minFeatureCount",
                        2L,
                        "valuesAsWeights",
                        false));
    }

    private static Map<String, Object> defaults(String name) {
        return defaults(ModelCatalog.load().get(name));
    }

    private static <P extends Record> Map<String, Object> defaults(ModelProvider<P> provider) {
        return ParameterSchema.of(provider).toMap(provider.defaults());
    }
}
