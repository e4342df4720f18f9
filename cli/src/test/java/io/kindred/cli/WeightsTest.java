package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of event types and time decay on the command line. */
class WeightsTest {
    private static final String WEIGHTS = "--event-weights=view=1,cart=3,purchase=5";

    @TempDir
    Path home;

    private Path data;
    private Path out;

    @BeforeEach
    void writeData() {
        data = TwoTastes.write(
                home.resolve("events.csv"),
                List.of(
                        "user,item,event,timestamp",
                        "a,x,view,1600000000",
                        "a,y,view,1600000100",
                        "a,x,purchase,1600864000",
                        "b,x,view,1600000000",
                        "b,z,cart,1600000200",
                        "c,y,view,1601000000",
                        "c,z,view,1601000300",
                        "c,x,cart,1601000400"));
        out = home.resolve("model");
    }

    private CliRun train(String... more) {
        String[] args = new String[more.length + 5];
        args[0] = "train";
        args[1] = "--data=" + data;
        args[2] = "--out=" + out;
        args[3] = "--set=factors=2";
        args[4] = "--json";
        System.arraycopy(more, 0, args, 5, more.length);
        return CliRun.in(home, args);
    }

    @Test
    void weightsSetTheParameterAndAreKeptWithTheArtifact() {
        CliRun run = train("--model=als", WEIGHTS, "--half-life-days=30");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json())
                .containsEntry("interactions", 8L)
                .containsEntry("weights", "event types view=1, cart=3, purchase=5; half-life 30 days")
                .extractingByKey("parameters")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("valuesAsWeights", true);
        CliRun inspected = CliRun.in(home, "artifact", "inspect", out.toString(), "--json");
        assertThat(inspected.json().get("data"))
                .isInstanceOfSatisfying(Map.class, data -> assertThat(data.get("weights"))
                        .isEqualTo("event types view=1, cart=3, purchase=5; half-life 30 days"));
    }

    @Test
    void evaluationSaysThatTrainingWasWeighted() {
        CliRun run = CliRun.in(
                home,
                "evaluate",
                "--model=als",
                "--set=factors=2",
                "--protocol=leave-last-out",
                "--data=" + data,
                WEIGHTS,
                "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat((List<?>) run.json().get("notes")).anySatisfy(note -> assertThat(String.valueOf(note))
                .isEqualTo("training interactions are weighted: event types view=1, cart=3, purchase=5"));
    }

    @Test
    void aModelThatDoesNotWeighIsToldApart() {
        CliRun run = train("--model=pure-svd", WEIGHTS);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("--event-weights is for models that weigh interactions, and 'pure-svd' has no parameter"
                        + " valuesAsWeights; these have: ")
                .contains("als");
    }

    @Test
    void ignoringTheWeightsIsAContradiction() {
        CliRun run = train("--model=als", "--half-life-days=30", "--set=valuesAsWeights=false");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--half-life-days makes weights").contains("valuesAsWeights=false");
    }

    @Test
    void badWeightsAreNamed() {
        assertThat(train("--model=als", "--event-weights=view=1,like=2").err())
                .contains("unknown event type 'like'; the data has: view, purchase, cart");
        assertThat(train("--model=als", "--event-weights=view=1").err()).contains("which was given no weight");
        CliRun never = train("--model=als", "--half-life-days=0");
        assertThat(never.exit()).isEqualTo(2);
        assertThat(never.err()).contains("--half-life-days: a half-life is 0.0 days");
    }

    @Test
    void aHalfLifeNeedsTimestamps() {
        data = TwoTastes.write(home.resolve("sequences.txt"), List.of("1 10 11 12", "2 10 12 13", "3 11 13 10"));

        CliRun run = train("--model=als", "--half-life-days=30", "--format=user-sequences");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("a half-life of 30.0 days needs timestamps; these data have only an order");
    }
}
