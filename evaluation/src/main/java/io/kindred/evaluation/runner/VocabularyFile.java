package io.kindred.evaluation.runner;

import io.kindred.core.KindredException;
import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowField;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.arrow.ArrowFileWriter;
import io.kindred.core.arrow.ArrowSchema;
import io.kindred.core.arrow.ArrowType;
import io.kindred.core.arrow.Utf8Column;
import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The ids behind a run's per-user values, as an Arrow file with one text column named after the vocabulary's fingerprint, so
 * that runs with the same users share it. Stateless.
 */
final class VocabularyFile {
    private static final int NAME_LENGTH = 16;
    private static final String COLUMN = "id";

    private VocabularyFile() {}

    /** Writes the ids into a folder unless they are there. */
    static void write(Path folder, Vocabulary ids) throws IOException {
        Path file = file(folder, ids.fingerprint());
        if (Files.exists(file)) {
            return;
        }
        ArrowSchema schema = new ArrowSchema(List.of(ArrowField.required(COLUMN, ArrowType.Scalar.UTF8)), Map.of());
        RunFiles.replace(file, unfinished -> {
            try (ArrowFileWriter writer = ArrowFileWriter.create(unfinished, schema)) {
                writer.write(ArrowBatch.of(schema, List.of(Utf8Column.of(ids.ids()))));
                writer.force();
            }
        });
    }

    /**
     * Reads ids back.
     *
     * @throws KindredException if they are not those of the fingerprint
     */
    static Vocabulary read(Path folder, String fingerprint) throws IOException {
        Path file = file(folder, fingerprint);
        Vocabulary.Builder ids = Vocabulary.builder();
        try (ArrowFile open = ArrowFile.map(file)) {
            for (int b = 0; b < open.batchCount(); b++) {
                Utf8Column column = open.batch(b).column(COLUMN, Utf8Column.class);
                for (long r = 0; r < column.length(); r++) {
                    ids.add(column.get(r));
                }
            }
        }
        Vocabulary read = ids.build();
        if (!read.fingerprint().equals(fingerprint)) {
            throw new KindredException(file + " is damaged: its ids are not those that the run was measured with");
        }
        return read;
    }

    private static Path file(Path folder, String fingerprint) {
        return folder.resolve(
                "users-" + fingerprint.substring(0, Math.min(NAME_LENGTH, fingerprint.length())) + ".arrow");
    }
}
