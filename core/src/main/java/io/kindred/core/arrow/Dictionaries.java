package io.kindred.core.arrow;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.RecordBatch;

/** Reads the dictionary batches of a file: one per dictionary, as the file format demands unless there are deltas. */
final class Dictionaries {
    private final String file;
    private final MemorySegment bytes;
    private final Map<Long, FieldLayout> layouts = new HashMap<>();

    Dictionaries(String file, MemorySegment bytes, FileFooter footer) {
        this.file = file;
        this.bytes = bytes;
        footer.layouts().forEach(this::collect);
    }

    private void collect(FieldLayout layout) {
        if (layout.child() != null) {
            collect(layout.child());
        } else if (layout.type() instanceof ArrowType.Dictionary dictionary) {
            layouts.putIfAbsent(
                    layout.dictionaryId(),
                    new FieldLayout(layout.path() + " dictionary", dictionary.value(), 0, false, null));
        }
    }

    Map<Long, ArrowColumn> read(List<FileFooter.BlockRange> ranges) {
        Map<Long, ArrowColumn> columns = new HashMap<>();
        for (int i = 0; i < ranges.size(); i++) {
            FileFooter.BlockRange range = ranges.get(i);
            String what = file + ": dictionary " + i;
            Metadata.parse(what, () -> {
                read(IpcMessage.read(what, bytes, range), columns);
                return null;
            });
        }
        return Map.copyOf(columns);
    }

    private void read(IpcMessage message, Map<Long, ArrowColumn> columns) {
        DictionaryBatch batch = message.dictionaryBatch();
        long id = batch.id();
        FieldLayout layout = layouts.get(id);
        if (layout == null) {
            throw new ArrowFormatException(
                    message.what() + " has the id " + id + ", which no field of the schema uses");
        }
        if (batch.isDelta() || columns.containsKey(id)) {
            throw new ArrowFormatException(message.what() + " changes the dictionary of '" + layout.path()
                    + "', which is not supported; write one dictionary per file");
        }
        RecordBatch data = message.uncompressed(Metadata.present(batch.data(), "data"));
        columns.put(
                id,
                new BatchDecoder(message.what(), data, message.body(), Map.of())
                        .columns(List.of(layout))
                        .getFirst());
    }
}
