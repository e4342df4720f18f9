package io.kindred.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainingContext;
import io.kindred.evaluation.EvaluationOptions;
import io.kindred.evaluation.Evaluator;
import io.kindred.evaluation.RankingResult;
import io.kindred.evaluation.split.Fold;
import io.kindred.evaluation.split.NextItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Session models on published sessions, every prefix of every test session. With S-kNN (500 recent sessions, 100 neighbours)
 * papers on neural session models report for Diginetica HR@20 of 48 to 50 and MRR@20 of 17 to 18 percent.
 */
@Tag("slow")
class SessionAccuracyTest {
    @Test
    void sessionNeighboursReachThePublishedFiguresOnDiginetica() throws Exception {
        Fold fold = sessions("diginetica", 1);
        assertThat(fold.test().size()).isEqualTo(60_858);

        RankingResult plain = measured(
                fold,
                "vsknn",
                Map.of("placeWeighting", "same", "matchWeighting", "same", "sampleSize", 500, "neighbours", 100));
        RankingResult weighted = measured(fold, "vsknn", Map.of());

        assertThat(plain.metric("hit@20")).isCloseTo(0.49, within(0.01));
        assertThat(plain.metric("mrr@20")).isCloseTo(0.175, within(0.005));
        assertThat(weighted.metric("hit@20")).isGreaterThan(0.505);
        assertThat(weighted.metric("mrr@20")).isGreaterThan(0.178);
    }

    @Test
    void sessionNeighboursAreBetterThanTransitionsOnRetailrocket() throws Exception {
        Fold fold = sessions("retailrocket", 2);
        assertThat(fold.test().size()).isEqualTo(15_132);

        RankingResult neighbours = measured(fold, "vsknn", Map.of());
        RankingResult transitions = measured(fold, "markov", Map.of());

        assertThat(neighbours.metric("hit@20")).isGreaterThan(0.535);
        assertThat(transitions.metric("hit@20")).isBetween(0.5, 0.535);
    }

    private static RankingResult measured(Fold fold, String model, Map<String, Object> parameters)
            throws InterruptedException {
        EvaluationOptions options = EvaluationOptions.at(20).withBeyondAccuracy(false);
        try (Recommender trained = ModelCatalog.load()
                .trainer(model, parameters)
                .train(TrainingData.of(fold.train()), TrainingContext.ofSeed(42))) {
            return new Evaluator(options).evaluate(trained, fold.testTask(false));
        }
    }

    private static Fold sessions(String name, int minPrefix) throws IOException {
        Path folder = shared().resolve("data").resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "real data is not present: " + folder);
        return NextItem.of(
                        read(folder.resolve("train_sessions.txt.gz"), "train-"),
                        Optional.empty(),
                        read(folder.resolve("test_sessions.txt"), "test-"),
                        minPrefix)
                .folds()
                .getFirst();
    }

    private static Path shared() {
        String given = System.getProperty("kindred.shared");
        if (given != null) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve("data"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }

    /** One session a line. */
    private static Interactions read(Path file, String prefix) throws IOException {
        Vocabulary.Builder sessions = Vocabulary.builder();
        Vocabulary.Builder items = Vocabulary.builder();
        List<String> lines;
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }
        for (String line : lines) {
            sessions.add(prefix + sessions.size());
            for (String item : line.split(" ")) {
                items.add(item);
            }
        }
        Vocabulary itemIds = items.build();
        Interactions.Builder builder = Interactions.builder(sessions.build(), itemIds, TimeKind.ORDER);
        for (int s = 0; s < lines.size(); s++) {
            for (String item : lines.get(s).split(" ")) {
                builder.add(s, itemIds.indexOf(item));
            }
        }
        return builder.build();
    }
}
