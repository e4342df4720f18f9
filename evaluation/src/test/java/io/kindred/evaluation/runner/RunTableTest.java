package io.kindred.evaluation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.arrow.Float64Column;
import io.kindred.core.arrow.Int64Column;
import io.kindred.core.arrow.Utf8Column;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTableTest {
    @TempDir
    Path folder;

    private static RunTable table() {
        RunTable table = new RunTable()
                .column("name", RunTable.Type.TEXT)
                .column("count", RunTable.Type.WHOLE)
                .column("value", RunTable.Type.NUMBER);
        table.row("plain", 3L, 0.1);
        table.row("with, comma and \"quotes\"", null, Double.NaN);
        return table;
    }

    @Test
    void csvIsQuotedWhereNeededAndEmptyWhereNothingIsKnown() {
        assertThat(table().csv())
                .isEqualTo("name,count,value\r\nplain,3,0.1\r\n\"with, comma and \"\"quotes\"\"\",,\r\n");
    }

    @Test
    void arrowHasTheSameValues() throws Exception {
        table().write(folder, "t");

        try (ArrowFile file = ArrowFile.map(folder.resolve("t.arrow"))) {
            ArrowBatch batch = file.batch(0);
            assertThat(batch.rows()).isEqualTo(2);
            assertThat(batch.column("name", Utf8Column.class).get(1)).isEqualTo("with, comma and \"quotes\"");
            assertThat(batch.column("count", Int64Column.class).get(0)).isEqualTo(3);
            assertThat(batch.column("count", Int64Column.class).isNull(1)).isTrue();
            assertThat(batch.column("value", Float64Column.class).get(0)).isEqualTo(0.1);
            assertThat(batch.column("value", Float64Column.class).isNull(1)).isTrue();
        }
        assertThat(folder.resolve("t.csv")).hasContent(table().csv());
    }

    @Test
    void tablesWithoutRowsAreTables() throws Exception {
        new RunTable().column("name", RunTable.Type.TEXT).write(folder, "empty");

        try (ArrowFile file = ArrowFile.map(folder.resolve("empty.arrow"))) {
            assertThat(file.schema().names()).containsExactly("name");
        }
        assertThat(folder.resolve("empty.csv")).hasContent("name");
    }
}
