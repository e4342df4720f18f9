package io.kindred.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.stats.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {
    private static final String STUDY = """
            {"title": "Two tastes", "protocol": "%s", "fractions": [0.8, 0.1, 0.1], "seeds": [1, 2], "searchSeed": 5,
             "metric": "ndcg@5", "at": [5], "finalists": 2,
             "contestants": {
               "popularity": {"trials": 1},
               "few neighbours": {"model": "item-knn", "trials": 3,
                 "space": {"neighbours": {"from": 2, "to": 9, "integer": true}, "similarity": ["jaccard"]}}}}
            """;

    @TempDir
    Path dir;

    /** Ratings of 40 users of two groups, each of its own 20 items. */
    private Path data() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder("user,item,timestamp\n");
        for (int u = 0; u < 40; u++) {
            for (int n = 0; n < 12; n++) {
                text.append("u%d,i%d,%d%n"
                        .formatted(u, (u % 2) * 20 + (u + n * 3 + random.nextInt(3)) % 20, 1_600_000_000 + n));
            }
        }
        return Files.writeString(dir.resolve("ratings.csv"), text);
    }

    private List<String> run(String protocol, String... more) throws IOException, InterruptedException {
        Path study = Files.writeString(dir.resolve("tastes.json"), STUDY.formatted(protocol));
        String[] args = new String[more.length + 6];
        List<String> fixed = List.of(
                study.toString(),
                data().toString(),
                "--out",
                dir.resolve("out").toString(),
                "--work",
                dir.resolve("work").toString());
        fixed.toArray(args);
        System.arraycopy(more, 0, args, 6, more.length);
        Results.run(args);
        return Files.readAllLines(dir.resolve("work/tastes/trials.jsonl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio", "leave-last-out"})
    void aStudyLeavesAPageAndItsFigures(String protocol) throws Exception {
        List<String> trials = run(protocol);

        // 1 + 3 settings on the first seed, 1 + 2 finalists on the second.
        assertThat(trials).hasSize(7);
        String page = Files.readString(dir.resolve("out/tastes.md"));
        assertThat(page)
                .startsWith("# Two tastes\n")
                .contains("| few neighbours | ")
                .contains("**few neighbours** has the best ndcg@5. It is better than popularity")
                .contains("similarity=jaccard")
                .contains("3 of 3");
        Map<String, Object> json = Json.parseObject(Files.readString(dir.resolve("out/tastes.json")), "json");
        assertThat((List<?>) json.get("models")).hasSize(2);
        assertThat((List<?>) json.get("trials")).hasSize(7);
        assertThat(Files.readString(dir.resolve("out/tastes.json")))
                .contains("\"source\" : \"ratings.csv\"")
                .doesNotContain(dir.toString());
    }

    @Test
    void finishedTrialsAreNotRunAgain() throws Exception {
        List<String> first = run("ratio");
        Path log = dir.resolve("work/tastes/trials.jsonl");
        // As if the search had been stopped while it wrote its fourth line.
        Files.writeString(
                log,
                String.join("\n", first.subList(0, 3)) + "\n" + first.get(3).substring(0, 20));

        List<String> second = run("ratio");

        assertThat(second).hasSize(7);
        assertThat(second.subList(0, 3)).isEqualTo(first.subList(0, 3));
        assertThat(run("ratio")).isEqualTo(second);
    }

    @Test
    void withoutTimeOnlyTheDefaultsAreTried() throws Exception {
        List<String> trials = run("ratio", "--minutes", "0.00001");

        assertThat(trials).hasSize(4);
        assertThat(Files.readString(dir.resolve("out/tastes.md"))).contains("1 of 3");
    }

    @Test
    void aTrialDependsOnItsNumberAlone() {
        Contestant contestant = new Contestant(
                "x",
                "item-knn",
                9,
                Map.of("shrink", Range.of(Map.of("from", 0.1, "to", 100.0, "log", true), "shrink")));
        ModelCatalog catalog = ModelCatalog.load();

        assertThat(contestant.setting(catalog, 7, 0)).containsEntry("shrink", 10.0);
        assertThat(contestant.setting(catalog, 7, 3)).isEqualTo(contestant.setting(catalog, 7, 3));
        assertThat(contestant.setting(catalog, 7, 3)).isNotEqualTo(contestant.setting(catalog, 7, 4));
        assertThat(contestant.setting(catalog, 8, 3)).isNotEqualTo(contestant.setting(catalog, 7, 3));
    }

    @Test
    void numbersStayInTheirRangeAndHaveThreeDigits() {
        Range range = Range.of(Map.of("from", 0.002, "to", 0.5, "log", true), "x");
        SplitMix64 random = new SplitMix64(1);
        for (int n = 0; n < 200; n++) {
            double value = (Double) range.draw(random);
            assertThat(value).isBetween(0.002, 0.5);
            assertThat(new java.math.BigDecimal(Double.toString(value))
                            .stripTrailingZeros()
                            .precision())
                    .isLessThanOrEqualTo(3);
        }
        assertThatThrownBy(() -> Range.of(Map.of("from", 3, "to", 1), "als.factors"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("als.factors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml-100k", "amazon-beauty", "yelp", "amazon-book", "retailrocket"})
    void theStudiesThatComeAlongAreLegal(String name) throws IOException {
        Study study = Study.load(name);
        ModelCatalog catalog = ModelCatalog.load();

        for (Contestant contestant : study.contestants()) {
            for (int n = 0; n < contestant.trials(); n++) {
                assertThat(contestant.setting(catalog, study.searchSeed(), n)).isNotEmpty();
            }
        }
        assertThat(study.contestants())
                .extracting(Contestant::name)
                .contains("popularity", "item-knn", "ease", "als", "bpr");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> Results.run(new String[] {"ml-100k"}))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("usage: ");
        assertThatThrownBy(() -> Results.run(new String[] {"no-such-study", "x"}))
                .hasMessageContaining("there is no study 'no-such-study'");
        assertThatThrownBy(() -> Study.parse("x", STUDY.formatted("k-fold")))
                .hasMessageContaining("protocol is k-fold but must be ratio, leave-last-out, given or next-item");
        assertThatThrownBy(() -> Study.parse("x", STUDY.formatted("ratio").replace("ndcg@5", "novelty@5")))
                .hasMessageContaining("metric is 'novelty@5'");
    }
}
