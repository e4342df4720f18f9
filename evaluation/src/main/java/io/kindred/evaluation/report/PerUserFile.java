package io.kindred.evaluation.report;

import io.kindred.core.KindredException;
import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowColumn;
import io.kindred.core.arrow.ArrowField;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.arrow.ArrowFileWriter;
import io.kindred.core.arrow.ArrowSchema;
import io.kindred.core.arrow.ArrowType;
import io.kindred.core.arrow.Float64Column;
import io.kindred.core.arrow.Int32Column;
import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link PerUserValues} as an Arrow IPC file: a column {@code user} with indices and a float64 column for each metric, null
 * where a metric is not defined for a user. The schema's metadata carry the fingerprint of the user vocabulary, so values of
 * different vocabularies are never paired by accident, and what the report wants to add. Stateless and thread-safe.
 */
public final class PerUserFile {
    private static final String FORMAT = "kindred.format";
    private static final String FORMAT_NAME = "per-user-values-1";
    private static final String FINGERPRINT = "kindred.users.fingerprint";
    private static final String USER = "user";

    private PerUserFile() {}

    /**
     * Writes a new file.
     *
     * @param metadata free text to keep with the values, such as model and protocol hash
     * @throws IOException if the file exists already or cannot be written
     */
    public static void write(Path file, PerUserValues values, Map<String, String> metadata) throws IOException {
        List<ArrowField> fields = new ArrayList<>();
        List<ArrowColumn> columns = new ArrayList<>();
        fields.add(ArrowField.required(USER, ArrowType.Scalar.INT32));
        columns.add(Int32Column.of(values.userOf()));
        values.columns().forEach((name, numbers) -> {
            fields.add(ArrowField.optional(name, ArrowType.Scalar.FLOAT64));
            columns.add(Float64Column.of(numbers, undefined(numbers)));
        });
        Map<String, String> all = new LinkedHashMap<>(metadata);
        all.put(FORMAT, FORMAT_NAME);
        all.put(FINGERPRINT, values.users().fingerprint());
        ArrowSchema schema = new ArrowSchema(fields, all);
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(ArrowBatch.of(schema, columns));
            writer.force();
        }
    }

    /**
     * Reads a file back into memory.
     *
     * @param users the vocabulary the values were computed with
     * @throws KindredException if the file is damaged, of another kind, or belongs to another vocabulary
     */
    public static PerUserValues read(Path file, Vocabulary users) throws IOException {
        try (ArrowFile open = ArrowFile.map(file)) {
            ArrowSchema schema = open.schema();
            if (!FORMAT_NAME.equals(schema.metadata().get(FORMAT)) || open.batchCount() != 1) {
                throw new KindredException(file + " does not hold per-user values of an evaluation");
            }
            String fingerprint = schema.metadata().get(FINGERPRINT);
            if (!users.fingerprint().equals(fingerprint)) {
                throw new KindredException(file + " was computed with other users (vocabulary " + fingerprint
                        + ", expected " + users.fingerprint() + "); evaluate again on this data");
            }
            ArrowBatch batch = open.batch(0);
            Int32Column user = batch.column(USER, Int32Column.class);
            int[] userOf = new int[batch.rows()];
            for (int r = 0; r < userOf.length; r++) {
                userOf[r] = user.get(r);
            }
            Map<String, double[]> columns = new LinkedHashMap<>();
            for (String name : schema.names()) {
                if (!name.equals(USER)) {
                    columns.put(name, numbers(batch.column(name, Float64Column.class), userOf.length));
                }
            }
            return new PerUserValues(users, userOf, columns);
        }
    }

    private static double[] numbers(Float64Column column, int rows) {
        double[] numbers = new double[rows];
        for (int r = 0; r < rows; r++) {
            numbers[r] = column.isNull(r) ? Double.NaN : column.get(r);
        }
        return numbers;
    }

    private static BitSet undefined(double[] numbers) {
        BitSet nulls = new BitSet(numbers.length);
        for (int r = 0; r < numbers.length; r++) {
            if (Double.isNaN(numbers[r])) {
                nulls.set(r);
            }
        }
        return nulls;
    }
}
