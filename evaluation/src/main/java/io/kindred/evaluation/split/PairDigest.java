package io.kindred.evaluation.split;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** Feeds who interacted with what, in order, into a digest. Not thread-safe. */
final class PairDigest {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    PairDigest(MessageDigest digest) {
        this.digest = digest;
    }

    void update(Interactions interactions) {
        SparseRows rows = interactions.byUser();
        for (int u = 0; u < rows.rowCount(); u++) {
            put(-rows.length(u) - 1);
            for (int p = rows.start(u); p < rows.end(u); p++) {
                put(rows.column(p));
                put(Float.floatToIntBits(rows.value(p)));
            }
        }
        flush();
    }

    private void put(int value) {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(value);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
