package io.kindred.core.arrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.Schema;

/** Reads and writes files with arrow-java, the implementation the codec is compared with. */
final class ArrowJava implements AutoCloseable {
    final BufferAllocator allocator = new RootAllocator();

    /** What arrow-java reads from a file: rows of all batches by field name, dictionaries decoded. */
    record Content(Schema schema, List<Integer> batchRows, Map<String, List<Object>> rows) {}

    Content read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            Map<String, List<Object>> rows = new LinkedHashMap<>();
            root.getSchema().getFields().forEach(field -> rows.put(field.getName(), new ArrayList<>()));
            List<Integer> batchRows = new ArrayList<>();
            while (reader.loadNextBatch()) {
                batchRows.add(root.getRowCount());
                for (FieldVector vector : root.getFieldVectors()) {
                    rows.get(vector.getName()).addAll(decoded(vector, reader));
                }
            }
            return new Content(root.getSchema(), batchRows, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> decoded(FieldVector vector, ArrowFileReader reader) throws IOException {
        if (vector.getField().getDictionary() == null) {
            return Rows.of(vector);
        }
        Dictionary dictionary = reader.getDictionaryVectors()
                .get(vector.getField().getDictionary().getId());
        try (var plain = (FieldVector) DictionaryEncoder.decode(vector, dictionary)) {
            return Rows.of(plain);
        }
    }

    /** Writes batches of the given vectors, which are closed afterwards; all batches share the first one's schema. */
    void write(
            Path file,
            DictionaryProvider dictionaries,
            IpcOption option,
            int batches,
            IntFunction<List<FieldVector>> data)
            throws IOException {
        try (VectorSchemaRoot root = new VectorSchemaRoot(data.apply(0));
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ArrowFileWriter writer = new ArrowFileWriter(root, dictionaries, channel, null, option)) {
            writer.start();
            for (int batch = 0; batch < batches; batch++) {
                if (batch > 0) {
                    replace(root, data.apply(batch));
                }
                writer.writeBatch();
            }
            writer.end();
        }
    }

    private static void replace(VectorSchemaRoot root, List<FieldVector> vectors) {
        try (VectorSchemaRoot next = new VectorSchemaRoot(vectors);
                ArrowRecordBatch batch = new VectorUnloader(next).getRecordBatch()) {
            new VectorLoader(root).load(batch);
        }
    }

    void write(Path file, List<FieldVector> vectors) throws IOException {
        write(file, new DictionaryProvider.MapDictionaryProvider(), IpcOption.DEFAULT, 1, batch -> vectors);
    }

    @Override
    public void close() {
        allocator.close();
    }
}
