package io.kindred.core.artifact;

import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowColumn;
import io.kindred.core.arrow.ArrowFile;
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
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/** Reads an artifact's parts from mapped Arrow files, checking every index before it can be followed. */
final class ArtifactDirectoryReader implements ArtifactReader {
    private final Path directory;
    private final Manifest manifest;
    private final Arena arena;

    ArtifactDirectoryReader(Path directory, Manifest manifest, Arena arena) {
        this.directory = directory;
        this.manifest = manifest;
        this.arena = arena;
    }

    @Override
    public boolean has(String name) {
        return manifest.files().stream().anyMatch(entry -> entry.name().equals(name + ".arrow"));
    }

    @Override
    public Vocabulary vocabulary(String name) throws IOException {
        Utf8Column ids = column(name, "id", Utf8Column.class);
        Vocabulary.Builder builder = Vocabulary.builder();
        for (long row = 0; row < ids.length(); row++) {
            byte[] id = ids.bytes(row).toArray(ValueLayout.JAVA_BYTE);
            if (builder.add(id, 0, id.length) != row) {
                throw damaged(name, "the id '" + ids.get(row) + "' occurs twice");
            }
        }
        return builder.build();
    }

    @Override
    public UserHistories histories(String name, int itemCount) throws IOException {
        ListColumn lists = column(name, "items", ListColumn.class);
        Int32Column items = elements(name, lists, Int32Column.class);
        checkIndices(name, items, itemCount);
        return new UserHistories(starts(name, lists), memory(items.values(), items.length()), itemCount);
    }

    @Override
    public FloatMatrix matrix(String name) throws IOException {
        FixedSizeListColumn vectors = column(name, "vector", FixedSizeListColumn.class);
        if (!(vectors.elements() instanceof Float32Column values)) {
            throw damaged(name, "its vectors are not float32");
        }
        return FloatMatrix.of(memory(values.values(), values.length()), (int) vectors.length(), vectors.size());
    }

    @Override
    public SparseMatrix sparse(String name, int columns) throws IOException {
        ListColumn columnLists = column(name, "columns", ListColumn.class);
        ListColumn valueLists = column(name, "values", ListColumn.class);
        Int32Column indices = elements(name, columnLists, Int32Column.class);
        Float32Column values = elements(name, valueLists, Float32Column.class);
        checkIndices(name, indices, columns);
        int[] starts = starts(name, columnLists);
        if (!java.util.Arrays.equals(starts, starts(name, valueLists))) {
            throw damaged(name, "its columns and values have different rows");
        }
        return new SparseMatrix(
                starts, memory(indices.values(), indices.length()), memory(values.values(), values.length()), columns);
    }

    @Override
    public double number(String name) {
        Double value = manifest.settings().get(name);
        if (value == null) {
            throw new ArtifactException(directory + ": the manifest lacks the setting '" + name + "'");
        }
        return value;
    }

    @Override
    public List<ModelInfo> members() {
        return manifest.members();
    }

    private <C extends ArrowColumn> C column(String part, String column, Class<C> type) throws IOException {
        if (!has(part)) {
            throw new ArtifactException(directory + ": the manifest lists no " + part + ".arrow, which its kind needs");
        }
        ArrowFile file = ArrowFile.map(directory.resolve(part + ".arrow"), arena);
        if (file.batchCount() != 1) {
            throw damaged(part, "it has " + file.batchCount() + " batches instead of 1");
        }
        ArrowBatch batch = file.batch(0);
        C found = batch.column(column, type);
        if (found.nullCount() > 0) {
            throw damaged(part, "its column '" + column + "' has nulls");
        }
        return found;
    }

    private <C extends ArrowColumn> C elements(String part, ListColumn lists, Class<C> type) {
        if (!type.isInstance(lists.elements()) || lists.elements().nullCount() > 0) {
            throw damaged(part, "its lists hold " + lists.elements().type());
        }
        return type.cast(lists.elements());
    }

    private int[] starts(String part, ListColumn lists) {
        int[] starts = new int[Math.toIntExact(lists.length()) + 1];
        for (int row = 0; row < starts.length - 1; row++) {
            starts[row + 1] = Math.toIntExact(lists.end(row));
        }
        if (starts.length > 1 && lists.start(0) != 0) {
            throw damaged(part, "its lists do not start at 0");
        }
        return starts;
    }

    private void checkIndices(String part, Int32Column indices, int bound) {
        for (long p = 0; p < indices.length(); p++) {
            int index = indices.get(p);
            if (index < 0 || index >= bound) {
                throw damaged(part, "it names the item " + index + " of " + bound);
            }
        }
    }

    private static MemorySegment memory(MemorySegment values, long count) {
        return values.asSlice(0, count * Integer.BYTES);
    }

    private ArtifactException damaged(String part, String why) {
        return new ArtifactException(directory.resolve(part + ".arrow") + " is damaged: " + why);
    }
}
