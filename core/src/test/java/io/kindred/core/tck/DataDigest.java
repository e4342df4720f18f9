package io.kindred.core.tck;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import java.util.zip.CRC32;

/** A checksum over everything a trainer can see, to find out whether it changed anything. */
final class DataDigest {
    private final CRC32 crc = new CRC32();

    private DataDigest() {}

    static long of(TrainingData data) {
        DataDigest digest = new DataDigest();
        digest.add(data.interactions().users().fingerprint());
        digest.add(data.interactions().items().fingerprint());
        digest.add(data.interactions().byUser());
        digest.add(data.interactions().byItem());
        digest.add(data.userFeatures());
        digest.add(data.itemFeatures());
        return digest.crc.getValue();
    }

    private void add(SparseRows rows) {
        for (int r = 0; r < rows.rowCount(); r++) {
            add(rows.start(r));
            for (int p = rows.start(r); p < rows.end(r); p++) {
                add(rows.column(p));
                add(Float.floatToRawIntBits(rows.value(p)));
                add(rows.time(p));
            }
        }
    }

    private void add(FeatureTable table) {
        for (FeatureColumn column : table.columns()) {
            add(column.name());
            if (column instanceof FeatureColumn.Vectors vectors) {
                for (int r = 0; r < vectors.rows(); r++) {
                    for (float x : vectors.values().row(r)) {
                        add(Float.floatToRawIntBits(x));
                    }
                }
            } else {
                for (int r = 0; r < column.rows(); r++) {
                    add(column.display(r));
                }
            }
        }
    }

    private void add(String text) {
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    private void add(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            crc.update((int) (number >>> shift) & 0xff);
        }
    }
}
