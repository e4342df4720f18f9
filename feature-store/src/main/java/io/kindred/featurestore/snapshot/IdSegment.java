package io.kindred.featurestore.snapshot;

import io.kindred.core.id.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** Writes the ids of a vocabulary in order: the row of an id is its number in the other segments. */
final class IdSegment {
    static final String USERS = "users.arrow";
    static final String ITEMS = "items.arrow";

    private IdSegment() {}

    static void write(Path file, Vocabulary ids, SegmentOutput output, BufferAllocator allocator) throws IOException {
        Field id = new Field("id", FieldType.notNullable(ArrowType.Utf8.INSTANCE), null);
        try (SegmentWriter writer = new SegmentWriter(file, List.of(id), output, allocator)) {
            VarCharVector texts = writer.vector(0, VarCharVector.class);
            for (int i = 0; i < ids.size(); i++) {
                texts.setSafe(writer.row(), ids.idOf(i).getBytes(StandardCharsets.UTF_8));
                writer.endRow();
            }
            writer.finish();
        }
    }
}
