package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the codec as arrow-java sees them. */
class ArrowJavaReadsKindredTest {
    @TempDir
    Path folder;

    private ArrowJava.Content write(ArrowSchema schema, ArrowBatch... batches) throws IOException {
        Path file = folder.resolve("kindred.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            for (ArrowBatch batch : batches) {
                writer.write(batch);
            }
        }
        try (ArrowJava arrow = new ArrowJava()) {
            return arrow.read(file);
        }
    }

    @Test
    void readsEveryType() throws IOException {
        ArrowJava.Content content = write(SampleColumns.schema(), SampleColumns.batch());

        Map<String, ArrowColumn> columns = SampleColumns.columns();
        assertThat(content.rows().keySet()).containsExactlyElementsOf(columns.keySet());
        // arrow-java leaves dictionaries below lists as indices.
        assertThat(content.rows().remove("dictionary_list"))
                .containsExactly(List.of((short) 0, (short) 1), List.of(), List.of((short) 0), List.of());
        content.rows().forEach((name, rows) -> assertThat(rows).as(name).isEqualTo(Rows.of(columns.get(name))));
    }

    @Test
    void seesTheSameSchema() throws IOException {
        ArrowJava.Content content = write(SampleColumns.schema());

        assertThat(content.schema().getCustomMetadata())
                .isEqualTo(SampleColumns.schema().metadata());
        assertThat(content.schema().getFields())
                .extracting(Field::toString)
                .contains(
                        "int8: Int(8, true)",
                        "float32: FloatingPoint(SINGLE)",
                        "utf8: Utf8",
                        "date32: Date(DAY)",
                        "date64: Date(MILLISECOND)",
                        "local_s: Timestamp(SECOND, null)",
                        "utc_ms: Timestamp(MILLISECOND, UTC)",
                        "local_us: Timestamp(MICROSECOND, null)",
                        "utc_ns: Timestamp(NANOSECOND, UTC)",
                        "vector: FixedSizeList(3)<item: FloatingPoint(SINGLE)>",
                        "list: List<item: Int(32, true)>",
                        "nested: List<item: List<item: FixedSizeList(2)<item: Int(8, true)>>>",
                        "dictionary8: Int(8, true)[dictionary: 0]",
                        "dictionary32: Int(32, true)[dictionary: 1]",
                        "dictionary_list: List<item: Int(16, true)[dictionary: 2]>");
    }

    @Test
    void seesWhichFieldsAreNullable() throws IOException {
        ArrowJava.Content content = write(ArrowSchema.of(
                ArrowField.required("id", ArrowType.utf8()), ArrowField.optional("title", ArrowType.utf8())));

        assertThat(content.schema().getFields()).extracting(Field::isNullable).containsExactly(false, true);
    }

    @Test
    void readsSeveralBatchesWithOneDictionary() throws IOException {
        ArrowSchema schema = ArrowSchema.of(
                ArrowField.required("id", ArrowType.int64()),
                ArrowField.required("genre", ArrowType.dictionary(ArrowType.int16(), ArrowType.utf8())));

        ArrowJava.Content content = write(
                schema,
                ArrowBatch.of(schema, List.of(Int64Column.of(1, 2), Utf8Column.of(List.of("drama", "comedy")))),
                ArrowBatch.of(schema, List.of(Int64Column.of(), Utf8Column.of(List.of()))),
                ArrowBatch.of(schema, List.of(Int64Column.of(3), Utf8Column.of(List.of("western")))));

        assertThat(content.batchRows()).containsExactly(2, 0, 1);
        assertThat(content.rows().get("id")).containsExactly(1L, 2L, 3L);
        assertThat(content.rows().get("genre")).containsExactly("drama", "comedy", "western");
    }

    @Test
    void readsAFileWithoutBatches() throws IOException {
        ArrowJava.Content content = write(SampleColumns.schema());

        assertThat(content.batchRows()).isEmpty();
    }
}
