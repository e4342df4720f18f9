package io.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.evaluation.report.PerUserValues;
import io.kindred.evaluation.split.GivenSplit;
import io.kindred.evaluation.split.Split;
import io.kindred.evaluation.split.SplitSettings;
import io.kindred.evaluation.split.Splitter;
import io.kindred.evaluation.stats.EffectSize;
import io.kindred.evaluation.stats.Means;
import io.kindred.evaluation.stats.PairedTest;
import io.kindred.evaluation.stats.SignFlipTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics and tests on lists of real recommenders against NumPy and SciPy. Skipped where the reference is not present. */
class GoldenListsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "popularity",
                "item-knn-cosine",
                "item-knn-jaccard",
                "user-knn-cosine",
                "ease",
                "rp3beta",
                "pure-svd",
                "ials"
            })
    void everyMetricAgreesToSixDecimals(String model) throws IOException {
        Golden golden = new Golden();

        RankingResult result = new Evaluator(EvaluationOptions.at(5, 10, 20))
                .evaluateLists(TestData.task(golden.train, golden.test), golden.lists(model));

        Map<?, ?> metrics = (Map<?, ?>) ((Map<?, ?>) golden.expected.get(model)).get("metrics");
        assertThat(metrics).hasSize(27);
        metrics.forEach((name, value) -> assertThat(result.metric((String) name))
                .as("%s of %s", name, model)
                .isCloseTo(((Number) value).doubleValue(), within(1e-6)));
        assertThat(result.users()).isEqualTo(943);
        assertThat(result.usersLeftOut()).isZero();
    }

    @Test
    void leaveLastOutGivesTheReferenceSplit() throws IOException {
        Golden golden = new Golden();
        Interactions.Builder all = Interactions.builder(golden.train.users(), golden.train.items(), TimeKind.TIMESTAMP);
        Path file = Shared.data("ml-100k").resolve("ml-100k.inter.gz");
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split("\t");
                all.add(
                        golden.train.users().indexOf(cells[0]),
                        golden.train.items().indexOf(cells[1]),
                        Float.parseFloat(cells[2]),
                        (long) Double.parseDouble(cells[3]));
            }
        }

        Split split = Splitter.of("leave-last-out", SplitSettings.DEFAULT).split(all.build());

        assertThat(split.dataHash())
                .isEqualTo(GivenSplit.of(golden.train, Optional.empty(), golden.test)
                        .dataHash());
        assertThat(split.folds().getFirst().facts().usersTouchedByTies()).isPositive();
    }

    @Test
    void pairedTestsAgreeWithSciPy() throws IOException {
        Golden golden = new Golden();
        PerUserValues ease = perUser(golden, "ease");
        PerUserValues knn = perUser(golden, "item-knn-cosine");

        double[][] pairs = ease.paired(knn, "ndcg@10");
        PairedTest t = PairedTest.t(pairs[0], pairs[1]).orElseThrow();
        PairedTest wilcoxon = PairedTest.wilcoxon(pairs[0], pairs[1]).orElseThrow();

        Map<?, ?> expected = (Map<?, ?>) golden.expected.get("significance ease vs item-knn-cosine, per-user ndcg@10");
        Map<?, ?> expectedT = (Map<?, ?>) expected.get("paired t");
        Map<?, ?> expectedWilcoxon =
                (Map<?, ?>) expected.get("wilcoxon (normal approximation, no continuity correction, zeros dropped)");
        assertThat(Means.ofDefined(pairs[0]) - Means.ofDefined(pairs[1]))
                .isCloseTo((Double) expected.get("mean difference"), within(1e-12));
        assertThat(t.statistic()).isCloseTo((Double) expectedT.get("statistic"), within(1e-9));
        assertThat(t.p()).isCloseTo((Double) expectedT.get("p"), within(1e-9));
        assertThat(wilcoxon.statistic()).isEqualTo((Double) expectedWilcoxon.get("statistic"));
        assertThat(wilcoxon.p()).isCloseTo((Double) expectedWilcoxon.get("p"), within(1e-9));
        // Cohen's d of pairs is t / sqrt(n); with 943 users the permutation test comes close to the t test.
        EffectSize effect = EffectSize.of(pairs[0], pairs[1]).orElseThrow();
        assertThat(effect.dz())
                .isCloseTo((Double) expectedT.get("statistic") / Math.sqrt(pairs[0].length), within(1e-9));
        assertThat(SignFlipTest.ofSeed(1).of(pairs[0], pairs[1]).orElseThrow().p())
                .isCloseTo((Double) expectedT.get("p"), within(4e-3));
    }

    private static PerUserValues perUser(Golden golden, String model) throws IOException {
        return new Evaluator(EvaluationOptions.at(10))
                .evaluateLists(TestData.task(golden.train, golden.test), golden.lists(model))
                .perUser();
    }
}
