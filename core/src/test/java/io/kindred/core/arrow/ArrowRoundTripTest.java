package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrowRoundTripTest {
    @TempDir
    Path folder;

    private Path write(ArrowSchema schema, ArrowBatch... batches) throws IOException {
        Path file = folder.resolve("items.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            for (ArrowBatch batch : batches) {
                writer.write(batch);
            }
        }
        return file;
    }

    @Test
    void everyTypeComesBackAsItWasWritten() throws IOException {
        Path file = write(SampleColumns.schema(), SampleColumns.batch());

        try (ArrowFile read = ArrowFile.map(file)) {
            assertThat(read.schema()).isEqualTo(SampleColumns.schema());
            assertThat(read.schema().metadata().keySet()).containsExactly("kindred.kind", "empty", "größe");
            ArrowBatch batch = read.batch(0);
            SampleColumns.columns().forEach((name, column) -> {
                assertThat(Rows.of(batch.column(name))).as(name).isEqualTo(Rows.of(column));
                assertThat(batch.column(name).nullCount()).as(name).isEqualTo(column.nullCount());
                assertThat(batch.column(name).type()).as(name).isEqualTo(column.type());
            });
        }
    }

    @Test
    void batchesAreKeptApartAndCounted() throws IOException {
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("id", ArrowType.int32()));
        Path file = write(
                schema,
                ArrowBatch.of(schema, List.of(Int32Column.of(1, 2, 3))),
                ArrowBatch.of(schema, List.of(Int32Column.of())),
                ArrowBatch.of(schema, List.of(Int32Column.of(4))));

        try (ArrowFile read = ArrowFile.map(file)) {
            assertThat(read.batchCount()).isEqualTo(3);
            assertThat(read.rowCount()).isEqualTo(4);
            assertThat(Rows.of(read.batch(0).column("id"))).containsExactly(1, 2, 3);
            assertThat(Rows.of(read.batch(1).column(0))).isEmpty();
            assertThat(Rows.of(read.batch(2).column("id", Int32Column.class))).containsExactly(4);
        }
    }

    @Test
    void aFileMayHaveNoBatchAndNoField() throws IOException {
        Path file = write(new ArrowSchema(List.of(), Map.of("only", "metadata")));

        try (ArrowFile read = ArrowFile.map(file)) {
            assertThat(read.batchCount()).isZero();
            assertThat(read.rowCount()).isZero();
            assertThat(read.schema().metadata()).containsEntry("only", "metadata");
        }
    }

    @Test
    void zeroRowsOfEveryTypeComeBack() throws IOException {
        ArrowSchema schema = SampleColumns.schema();
        List<ArrowColumn> empty = SampleColumns.columns().values().stream()
                .map(ArrowRoundTripTest::empty)
                .toList();
        Path file = write(schema, ArrowBatch.of(schema, empty));

        try (ArrowFile read = ArrowFile.map(file)) {
            assertThat(read.rowCount()).isZero();
            assertThat(read.batch(0).columns())
                    .allSatisfy(column -> assertThat(Rows.of(column)).isEmpty());
        }
    }

    private static ArrowColumn empty(ArrowColumn like) {
        return switch (like) {
            case Int8Column c -> Int8Column.of();
            case Int16Column c -> Int16Column.of();
            case Int32Column c -> Int32Column.of().as(c.type());
            case Int64Column c -> Int64Column.of().as(c.type());
            case Float32Column c -> Float32Column.of();
            case Float64Column c -> Float64Column.of();
            case BoolColumn c -> BoolColumn.of();
            case Utf8Column c -> Utf8Column.of(List.of());
            case BinaryColumn c -> BinaryColumn.of(List.of());
            case FixedSizeListColumn c -> FixedSizeListColumn.of(empty(c.elements()), c.size());
            case ListColumn c -> ListColumn.of(new int[] {0}, empty(c.elements()));
        };
    }

    @Test
    void dictionaryOfAllBatchesIsOne() throws IOException {
        ArrowSchema schema = ArrowSchema.of(ArrowField.optional("genre", ArrowType.dictionary(ArrowType.utf8())));
        Path file = write(
                schema,
                ArrowBatch.of(schema, List.of(Utf8Column.of(List.of("drama", "comedy", "drama")))),
                ArrowBatch.of(schema, List.of(Utf8Column.of(List.of("western", "drama")))));

        try (ArrowFile read = ArrowFile.map(file)) {
            Utf8Column first = read.batch(0).column("genre", Utf8Column.class);
            Utf8Column second = read.batch(1).column("genre", Utf8Column.class);
            assertThat(Rows.of(first)).containsExactly("drama", "comedy", "drama");
            assertThat(Rows.of(second)).containsExactly("western", "drama");
            assertThat(second.isDictionaryEncoded()).isTrue();
            assertThat(second.index(1)).isEqualTo(first.index(0));
            assertThat(Rows.of(second.dictionary())).containsExactly("drama", "comedy", "western");
        }
    }

    @Test
    void aBatchThatWasReadCanBeWrittenAgain() throws IOException {
        Path file = write(SampleColumns.schema(), SampleColumns.batch());
        Path copy = folder.resolve("copy.arrow");

        try (ArrowFile read = ArrowFile.map(file)) {
            try (ArrowFileWriter writer = ArrowFileWriter.create(copy, read.schema())) {
                writer.write(read.batch(0));
            }
            try (ArrowFile again = ArrowFile.map(copy)) {
                for (String name : read.schema().names()) {
                    assertThat(Rows.of(again.batch(0).column(name)))
                            .as(name)
                            .isEqualTo(Rows.of(read.batch(0).column(name)));
                }
            }
        }
    }

    @Test
    void dictionaryEncodedTextIsWrittenPlainToAPlainField() throws IOException {
        Utf8Column encoded = Utf8Column.ofDictionary(
                new int[] {1, 0, 1, 0}, SampleColumns.nulls(), Utf8Column.of(List.of("a", "bc")));
        ArrowSchema schema = ArrowSchema.of(ArrowField.optional("text", ArrowType.utf8()));

        Path file = write(schema, ArrowBatch.of(schema, List.of(encoded)));

        try (ArrowFile read = ArrowFile.map(file)) {
            Utf8Column text = read.batch(0).column("text", Utf8Column.class);
            assertThat(text.isDictionaryEncoded()).isFalse();
            assertThat(Rows.of(text)).containsExactly("bc", null, "bc", "a");
        }
    }

    /** The code of the package's documentation. */
    @Test
    void theDocumentedExampleWorks() throws IOException {
        Path file = folder.resolve("example.arrow");
        ArrowSchema schema = ArrowSchema.of(
                ArrowField.required("id", ArrowType.utf8()),
                ArrowField.required("vector", ArrowType.fixedSizeList(ArrowType.float32(), 3)));
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(ArrowBatch.of(
                    schema,
                    List.of(
                            Utf8Column.of(List.of("heat", "casino")),
                            FixedSizeListColumn.of(new float[] {1, 2, 3, 4, 5, 6}, 3))));
        }

        StringBuilder printed = new StringBuilder();
        try (ArrowFile arrow = ArrowFile.map(file)) {
            ArrowBatch batch = arrow.batch(0);
            Utf8Column ids = batch.column("id", Utf8Column.class);
            FixedSizeListColumn vectors = batch.column("vector", FixedSizeListColumn.class);
            Float32Column values = (Float32Column) vectors.elements();
            for (int row = 0; row < batch.rows(); row++) {
                printed.append(ids.get(row))
                        .append(" starts with ")
                        .append(values.get(vectors.start(row)))
                        .append("; ");
            }
        }
        assertThat(printed).hasToString("heat starts with 1.0; casino starts with 4.0; ");
    }
}
