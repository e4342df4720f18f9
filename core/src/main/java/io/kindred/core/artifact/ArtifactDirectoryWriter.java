package io.kindred.core.artifact;

import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowColumn;
import io.kindred.core.arrow.ArrowField;
import io.kindred.core.arrow.ArrowFileWriter;
import io.kindred.core.arrow.ArrowSchema;
import io.kindred.core.arrow.ArrowType;
import io.kindred.core.arrow.FixedSizeListColumn;
import io.kindred.core.arrow.Float32Column;
import io.kindred.core.arrow.Int32Column;
import io.kindred.core.arrow.ListColumn;
import io.kindred.core.arrow.Utf8Column;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ModelInfo;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Writes an artifact's files into a temporary directory beside the target and renames it at the end. Not thread-safe. */
final class ArtifactDirectoryWriter implements ArtifactWriter, Closeable {
    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9_]*");

    private final Path target;
    private final Path temporary;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final Map<String, Double> settings = new TreeMap<>();
    private final List<ModelInfo> members = new ArrayList<>();
    private boolean committed;

    private ArtifactDirectoryWriter(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    static ArtifactDirectoryWriter create(Path directory) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new ArtifactException(
                    directory + " exists already; artifacts are never changed: choose another name");
        }
        Path parent = target.getParent();
        if (parent == null) {
            throw new ArtifactException(directory + " cannot be an artifact's directory");
        }
        Files.createDirectories(parent);
        Path temporary = parent.resolve("." + target.getFileName() + ".tmp-" + UUID.randomUUID());
        Files.createDirectory(temporary);
        return new ArtifactDirectoryWriter(target, temporary);
    }

    Map<String, Double> settings() {
        return settings;
    }

    List<ModelInfo> members() {
        return members;
    }

    List<Manifest.Entry> entries() {
        return entries;
    }

    @Override
    public void vocabulary(String name, Vocabulary vocabulary) throws IOException {
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("id", ArrowType.utf8()))
                .withMetadata(Map.of("kindred.fingerprint", vocabulary.fingerprint()));
        write(name, schema, List.of(Utf8Column.of(vocabulary.ids())));
    }

    @Override
    public void histories(String name, UserHistories histories) throws IOException {
        ArrowSchema schema = ArrowSchema.of(ArrowField.required("items", ArrowType.list(ArrowType.int32())));
        write(name, schema, List.of(ListColumn.of(histories.starts(), Int32Column.of(histories.items()))));
    }

    @Override
    public void matrix(String name, FloatMatrix matrix) throws IOException {
        ArrowSchema schema = ArrowSchema.of(
                ArrowField.required("vector", ArrowType.fixedSizeList(ArrowType.float32(), matrix.columns())));
        write(name, schema, List.of(FixedSizeListColumn.ofFloats(matrix.segment(), matrix.columns())));
    }

    @Override
    public void sparse(String name, SparseMatrix matrix) throws IOException {
        ArrowSchema schema = ArrowSchema.of(
                ArrowField.required("columns", ArrowType.list(ArrowType.int32())),
                ArrowField.required("values", ArrowType.list(ArrowType.float32())));
        write(
                name,
                schema,
                List.of(
                        ListColumn.of(matrix.starts(), Int32Column.of(matrix.indices())),
                        ListColumn.of(matrix.starts(), Float32Column.of(matrix.values()))));
    }

    @Override
    public void setting(String name, double value) {
        if (settings.put(name, value) != null) {
            throw new IllegalArgumentException("the setting '" + name + "' was written twice");
        }
    }

    @Override
    public void member(ModelInfo info) {
        members.add(info);
    }

    /** Writes the manifest, forces everything to disk and gives the artifact its name. */
    void commit(Manifest manifest) throws IOException {
        Path file = temporary.resolve(Manifest.FILE_NAME);
        Files.writeString(file, ManifestJson.write(manifest), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        force(file);
        forceDirectory(temporary);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            throw new ArtifactException(
                    target + " exists already; artifacts are never changed: choose another name", e);
        }
        committed = true;
        forceDirectory(target.getParent());
    }

    /** Removes what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        if (committed || !Files.exists(temporary)) {
            return;
        }
        List<Path> leftovers;
        try (var listing = Files.list(temporary)) {
            leftovers = listing.toList();
        }
        for (Path leftover : leftovers) {
            Files.delete(leftover);
        }
        Files.delete(temporary);
    }

    private void write(String name, ArrowSchema schema, List<ArrowColumn> columns) throws IOException {
        if (!PART.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of an artifact's part");
        }
        Path file = temporary.resolve(name + ".arrow");
        long rows;
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(ArrowBatch.of(schema, columns));
            rows = writer.rowsWritten();
        }
        force(file);
        entries.add(new Manifest.Entry(name + ".arrow", Files.size(file), rows, Sha256.of(file)));
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces a directory's entries to disk where the operating system allows opening one. */
    private static void forceDirectory(Path directory) throws IOException {
        if (java.io.File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
