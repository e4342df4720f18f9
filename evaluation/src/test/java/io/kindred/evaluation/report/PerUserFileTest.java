package io.kindred.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowField;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.arrow.ArrowFileWriter;
import io.kindred.core.arrow.ArrowSchema;
import io.kindred.core.arrow.ArrowType;
import io.kindred.core.arrow.Int32Column;
import io.kindred.core.id.Vocabulary;
import io.kindred.evaluation.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerUserFileTest {
    private static final Vocabulary USERS = TestData.ids("u", 10);

    @TempDir
    Path folder;

    private static PerUserValues values() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("ndcg@10", new double[] {0.5, Double.NaN, 1});
        columns.put("auc", new double[] {0.25, 0.75, 0.125});
        return new PerUserValues(USERS, new int[] {1, 4, 9}, columns);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = folder.resolve("per_user.arrow");

        PerUserFile.write(file, values(), Map.of("model", "als"));
        PerUserValues read = PerUserFile.read(file, USERS);

        assertThat(read.userOf()).containsExactly(1, 4, 9);
        assertThat(read.columns().keySet()).containsExactly("ndcg@10", "auc");
        assertThat(read.column("ndcg@10")).containsExactly(0.5, Double.NaN, 1);
        assertThat(read.column("auc")).containsExactly(0.25, 0.75, 0.125);
    }

    @Test
    void theFileCarriesTheFingerprintAndNulls() throws IOException {
        Path file = folder.resolve("per_user.arrow");

        PerUserFile.write(file, values(), Map.of("model", "als"));

        try (ArrowFile open = ArrowFile.map(file)) {
            assertThat(open.schema().metadata())
                    .containsEntry("kindred.users.fingerprint", USERS.fingerprint())
                    .containsEntry("model", "als");
            assertThat(open.batch(0).column("ndcg@10").nullCount()).isEqualTo(1);
        }
    }

    @Test
    void valuesOfOtherUsersAreRefused() throws IOException {
        Path file = folder.resolve("per_user.arrow");
        PerUserFile.write(file, values(), Map.of());

        assertThatThrownBy(() -> PerUserFile.read(file, TestData.ids("v", 10)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("computed with other users");
    }

    @Test
    void anotherArrowFileIsRefused() throws IOException {
        Path file = folder.resolve("other.arrow");
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("user", ArrowType.Scalar.INT32));
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(ArrowBatch.of(schema, List.of(Int32Column.of(1))));
        }

        assertThatThrownBy(() -> PerUserFile.read(file, USERS))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("does not hold per-user values");
    }

    @Test
    void pairsAreOfTheUsersThatBothHave() {
        PerUserValues other =
                new PerUserValues(USERS, new int[] {0, 1, 4, 9}, Map.of("ndcg@10", new double[] {9, 0.1, 0.2, 0.3}));

        double[][] pairs = values().paired(other, "ndcg@10");

        assertThat(pairs[0]).containsExactly(0.5, 1);
        assertThat(pairs[1]).containsExactly(0.1, 0.3);
        assertThatThrownBy(() -> values().paired(new PerUserValues(TestData.ids("v", 3), new int[0], Map.of()), "auc"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("different vocabularies");
        assertThatThrownBy(() -> values().column("ndcg@5"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("available: ndcg@10, auc");
    }
}
