package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandsTest {
    @TempDir
    Path home;

    @Test
    void modelsAreListedAndDescribed() {
        CliRun list = CliRun.in(home, "models", "list", "--json");
        CliRun describe = CliRun.in(home, "models", "describe", "als", "--json");

        assertThat((List<?>) list.json().get("models"))
                .extracting(model -> ((Map<?, ?>) model).get("name").toString())
                .contains("als", "item-knn", "popularity");
        assertThat(describe.json()).containsEntry("name", "als").containsEntry("artifact", "factors");
        assertThat(CliRun.in(home, "models", "describe", "als").out()).contains("embedding size");
        assertThat(CliRun.in(home, "models", "describe", "nope").exit()).isEqualTo(2);
    }

    @Test
    void anImportIsReportedAndFoundAgain() {
        Path data = TwoTastes.write(home);

        CliRun first = CliRun.in(home, "data", "import", data.toString(), "--json");
        CliRun second = CliRun.in(home, "data", "import", data.toString(), "--json");
        String id = (String) first.json().get("snapshot");

        assertThat(first.json()).containsEntry("interactions", 900L).containsEntry("alreadyPresent", false);
        assertThat(second.json()).containsEntry("snapshot", id).containsEntry("alreadyPresent", true);
        assertThat(CliRun.in(home, "data", "snapshot").out()).contains(id.substring(0, 12));
        assertThat(CliRun.in(home, "data", "snapshot", id.substring(0, 8), "--verify", "--json")
                        .json())
                .containsEntry("verified", true);
        assertThat(CliRun.in(home, "data", "describe", "--data", "snapshot:" + id.substring(0, 8), "--json")
                        .json())
                .containsEntry("users", 60L)
                .containsEntry("items", 40L);
        assertThat(CliRun.in(home, "data", "describe", data.toString()).out()).contains("interactions per user");
    }

    @Test
    void doctorFindsThisMachineFit() {
        CliRun run = CliRun.in(home, "doctor", "--json");

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.json()).containsEntry("healthy", true);
        assertThat(run.out()).doesNotContain("doctor.tmp");
    }

    @Test
    void aHomeThatCannotBeWrittenIsADiagnosis() {
        Path file = TwoTastes.write(home.resolve("file"), List.of("x"));

        CliRun run = CliRun.in(file, "doctor", "--json");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("set KINDRED_HOME");
    }

    @Test
    void theQuickStartWithoutServerLeavesALeaderboardAndTrainsOnce() {
        String data = TwoTastes.write(home).toString();

        CliRun first = CliRun.in(home, "quickstart", "--no-serve", "--data", data, "--json");
        CliRun second = CliRun.in(home, "quickstart", "--no-serve", "--data", data);

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat((List<?>) first.json().get("leaderboard")).hasSize(3);
        assertThat(first.err()).contains("train als");
        assertThat(second.out()).contains("ndcg@10").contains("popularity").contains("item-knn");
        assertThat(second.err()).doesNotContain("train als").contains("trained on before");
    }

    @Test
    void theDoctorExaminesDataAndWritesAPage() throws IOException {
        Path data = TwoTastes.write(home);
        Path page = home.resolve("page.html");

        CliRun text = CliRun.in(home, "data", "doctor", data.toString(), "--html", page.toString());
        CliRun json = CliRun.in(home, "data", "doctor", data.toString(), "--protocol", "ratio", "--json");

        assertThat(text.exit()).isZero();
        assertThat(text.out())
                .startsWith("900 interactions of ")
                .contains("duplicates", "ties in time", "train and test");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("Popularity curve");
        assertThat(json.json()).containsEntry("interactions", 900L).containsKey("remarks");
        assertThat(((Map<?, ?>) json.json().get("overlap")).get("protocol")).isEqualTo("ratio");
    }

    @Test
    void theDoctorDoesNotWriteIntoAFolderThatIsNotThere() {
        Path data = TwoTastes.write(home);

        CliRun run = CliRun.in(
                home,
                "data",
                "doctor",
                data.toString(),
                "--html",
                home.resolve("no/where.html").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("there is no folder '").contains("to write the page into");
    }
}
