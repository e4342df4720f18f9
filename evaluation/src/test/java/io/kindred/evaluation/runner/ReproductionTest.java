package io.kindred.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.TrainingData;
import io.kindred.evaluation.TestData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {
    @TempDir
    Path out;

    private final StubModels models = new StubModels();
    private RunFolder folder;

    private static ExperimentData data(long seed) {
        return new ExperimentData(TrainingData.of(TestData.random(seed, 60, 40, 12)), Optional.empty(), List.of());
    }

    @BeforeEach
    void run() throws Exception {
        String text = "data: memory\nprotocol: ratio\nmodels: [steady, wobbly]\nseeds: [1, 2, 3]\nmetrics: {at: [5]}\n";
        folder = RunFolder.create(out, "test", text);
        new ExperimentRunner(
                        folder,
                        folder.experiment(),
                        data(3),
                        models.catalog(),
                        new ExperimentRunner.Settings(OptionalInt.of(2), OptionalInt.of(2), "cpu", "test", "test", out),
                        RunListener.NONE)
                .run();
    }

    private List<Reproduction.Verdict> reproduce(long dataSeed, Set<String> only) throws Exception {
        return new Reproduction(
                        folder,
                        data(dataSeed),
                        models.catalog(),
                        Capacity.of(OptionalInt.of(1), OptionalInt.of(1), 1),
                        "cpu",
                        RunListener.NONE)
                .run(only);
    }

    @Test
    void aRunIsReproducedBitForBitOrWithinItsSpread() throws Exception {
        List<Reproduction.Verdict> verdicts = reproduce(3, Set.of());

        assertThat(verdicts).hasSize(6);
        assertThat(verdicts).filteredOn(v -> v.title().equals("steady")).allSatisfy(verdict -> {
            assertThat(verdict.exact()).isTrue();
            assertThat(verdict.differences()).isEmpty();
            assertThat(verdict.compared()).isGreaterThan(500);
        });
        assertThat(verdicts).filteredOn(v -> v.title().equals("wobbly")).allSatisfy(verdict -> {
            assertThat(verdict.exact()).isFalse();
            assertThat(verdict.compared()).isPositive();
        });
    }

    @Test
    void aFigureThatWasTamperedWithIsFound() throws Exception {
        Path report = folder.root().resolve("reports/steady-2/report.json");
        String text = Files.readString(report);
        String was = text.replaceAll("(?s).*?\"hit@5\" : ([0-9.]+).*", "$1");
        Files.writeString(report, text.replaceFirst("(\"hit@5\" : )" + was, "$10.987"));

        List<Reproduction.Verdict> verdicts = reproduce(3, Set.of("steady"));

        assertThat(verdicts).hasSize(3);
        assertThat(verdicts.get(1).differences())
                .containsExactly(new Reproduction.Difference("hit@5", 0.987, Double.parseDouble(was), "the same bits"));
        assertThat(verdicts.get(0).differences()).isEmpty();
    }

    @Test
    void otherDataAreRefused() {
        assertThatThrownBy(() -> reproduce(4, Set.of()))
                .isInstanceOf(KindredException.class)
                .hasMessageMatching(
                        "the data are not those of the run \\(hash [0-9a-f]{12}, the run has [0-9a-f]{12}\\),"
                                + " so nothing can be reproduced with them");
    }

    @Test
    void anUnknownModelIsRefused() {
        assertThatThrownBy(() -> reproduce(3, Set.of("als")))
                .hasMessage("the run has no model 'als'; it has: steady, wobbly");
    }
}
