package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateCommandTest {
    @TempDir
    Path home;

    private Path base;
    private Path news;

    @BeforeEach
    void writeData() {
        base = home.resolve("base");
        news = TwoTastes.write(
                home.resolve("news.csv"),
                List.of(
                        "user,item,rating,timestamp",
                        "u3,new,4,1700000000",
                        "newcomer,a1,5,1700000001",
                        "newcomer,new,5,1700000002"));
    }

    private CliRun train(String model, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "train";
        args[1] = "--model=" + model;
        args[2] = "--data=" + TwoTastes.write(home);
        args[3] = "--out=" + base;
        System.arraycopy(more, 0, args, 4, more.length);
        return CliRun.in(home, args);
    }

    private CliRun update(Path out) {
        return CliRun.in(home, "update", base.toString(), "--data=" + news, "--out=" + out, "--json");
    }

    @Test
    void newUsersAndItemsAreAppended() {
        assertThat(train("item-knn").exit()).isZero();
        Path out = home.resolve("updated");

        CliRun run = update(out);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json())
                .containsEntry("model", "item-knn")
                .containsEntry("interactions", 3L)
                .containsEntry("users", 61L)
                .containsEntry("newUsers", 1L)
                .containsEntry("newItems", 1L)
                .containsEntry("knownInteractions", 0L);
        CliRun asked = CliRun.in(
                home, "recommend", "--artifact=" + out, "--user=newcomer", "-k", "41", "--include-seen", "--json");
        assertThat(asked.exit()).as(asked.err()).isZero();
        assertThat(asked.out()).contains("\"new\"");
    }

    @Test
    void whatTheModelKnewAlreadyIsCounted() {
        assertThat(train("item-knn").exit()).isZero();
        news = home.resolve("ratings.csv");

        CliRun run = update(home.resolve("updated"));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json()).containsEntry("knownInteractions", 900L);
        assertThat(run.err()).contains("knew 900 of these 900 interactions already");
    }

    @Test
    void aModelThatCannotBeUpdatedIsToldWhichCan() {
        assertThat(train("pure-svd", "--set=factors=4").exit()).isZero();

        CliRun run = update(home.resolve("updated"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("a model of 'pure-svd' cannot be updated, only trained anew; these can: ")
                .contains("item-knn");
    }

    @Test
    void weightedModelsAreTrainedAnew() {
        assertThat(train("als", "--half-life-days=30", "--set=factors=2").exit())
                .isZero();

        CliRun run = update(home.resolve("updated"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("was trained on weighted interactions (half-life 30 days)");
    }

    @Test
    void theBaseMustExistAndTheResultMustNot() {
        assertThat(update(home.resolve("updated")).err()).contains("there is no artifact at");
        assertThat(train("item-knn").exit()).isZero();
        assertThat(update(base).err()).contains("exists already");
    }
}
