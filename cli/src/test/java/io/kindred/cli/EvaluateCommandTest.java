package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
    @TempDir
    Path home;

    private Path data;

    @BeforeEach
    void writeData() {
        data = TwoTastes.write(home);
    }

    private CliRun evaluate(String... more) {
        String[] args = new String[more.length + 5];
        args[0] = "evaluate";
        args[1] = "--data";
        args[2] = data.toString();
        args[3] = "--json";
        args[4] = "--seed=7";
        System.arraycopy(more, 0, args, 5, more.length);
        return CliRun.in(home, args);
    }

    @Test
    void standardOutputIsOneDocumentOfTheAgreedShape() {
        CliRun run = evaluate(
                "--model",
                "als",
                "--set",
                "factors=4",
                "--set",
                "epochs=5",
                "--protocol",
                "leave-last-out",
                "--at",
                "5,10");

        assertThat(run.exit()).as(run.err()).isZero();
        Map<String, Object> json = run.json();
        assertThat(json)
                .containsEntry("model", "als")
                .containsEntry("protocol", "leave-last-out")
                .containsEntry("users", 60L);
        assertThat(json.get("metrics"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsKeys(
                        "ndcg@5", "ndcg@10", "recall@10", "hit@10", "precision@10", "mrr@10", "map@10", "coverage@10")
                .hasEntrySatisfying("ndcg@10", v -> assertThat((Double) v).isGreaterThan(0.3));
        assertThat(json.get("seconds"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsOnlyKeys("train", "evaluate");
        assertThat(json.get("parameters"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("factors", 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave-last-out", "ratio", "temporal", "k-fold", "k-fold-users", "strong-generalization"})
    void everyProtocolWorks(String protocol) {
        CliRun run = evaluate("--model", "item-knn", "--protocol", protocol);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json()).containsEntry("protocol", protocol);
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        CliRun one = evaluate("--model", "als", "--protocol", "ratio");
        CliRun other = evaluate("--model", "als", "--protocol", "ratio", "--threads", "1");

        assertThat(one.json().get("metrics")).isEqualTo(other.json().get("metrics"));
    }

    @Test
    void dataWithTimestampsAreCutInTimeByDefault() {
        assertThat(evaluate("--model", "popularity").json()).containsEntry("protocol", "temporal");
    }

    @Test
    void separateFilesAreMeasuredAsTheyAre() {
        Path train = TwoTastes.write(home.resolve("train.txt"), List.of("1 10 11 12", "2 10 11 13", "3 11 12"));
        Path test = TwoTastes.write(home.resolve("test.txt"), List.of("1 13", "3 10 14", "9 10"));

        CliRun run = CliRun.in(
                home,
                "evaluate",
                "--model",
                "item-knn",
                "--train",
                train.toString(),
                "--test",
                test.toString(),
                "--at",
                "2",
                "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json()).containsEntry("protocol", "given").containsEntry("users", 3L);
    }

    @Test
    void everyNextItemOfTestSessionsCanBeAskedFor() {
        Path train = TwoTastes.write(home.resolve("train_sessions.txt"), List.of("1 2 3", "1 2 4 1", "2 3", "4 1 2"));
        Path test = TwoTastes.write(home.resolve("test_sessions.txt"), List.of("4 1 2 3", "2 3"));
        String[] args = {
            "evaluate",
            "--model",
            "markov",
            "--train",
            train.toString(),
            "--test",
            test.toString(),
            "--format",
            "sessions",
            "--protocol",
            "next-item",
            "--at",
            "1",
            "--json",
            "--min-prefix",
            "1"
        };

        CliRun all = CliRun.in(home, args);
        args[args.length - 1] = "2";
        CliRun longer = CliRun.in(home, args);

        // Prefixes 4 | 4 1 | 4 1 2 | 2; with two items at least, 4 1 | 4 1 2.
        assertThat(all.exit()).as(all.err()).isZero();
        assertThat(all.json()).containsEntry("protocol", "next-item").containsEntry("users", 4L);
        assertThat(all.json().get("metrics"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("hit@1", 1.0);
        assertThat(longer.json()).containsEntry("users", 2L);
    }

    @Test
    void nextItemNeedsPartsAndSaysSo() {
        CliRun run = evaluate("--model", "markov", "--protocol", "next-item");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("the protocol 'next-item' needs data in parts: name them with --train and --test");
    }

    @Test
    void filtersAreReported() {
        CliRun run = evaluate("--model", "popularity", "--min-rating", "4");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().get("notes").toString()).contains("minimum rating 4");
    }

    @Test
    void perUserValuesAreWrittenOnce() {
        Path file = home.resolve("users.arrow");

        assertThat(evaluate("--model", "popularity", "--per-user", file.toString())
                        .exit())
                .isZero();
        assertThat(file).isNotEmptyFile();
        CliRun again = evaluate("--model", "popularity", "--per-user", file.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("users.arrow exists already");
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void peopleGetATable() {
        CliRun run = CliRun.in(home, "evaluate", "--model", "popularity", "--data", data.toString());

        assertThat(run.out()).contains("ndcg@10").contains("95% interval").contains("trained in");
        assertThat(run.err()).contains("train popularity: done");
    }
}
