package io.kindred.featurestore.snapshot;

import io.kindred.core.arrow.ArrowBatch;
import io.kindred.core.arrow.ArrowFile;
import io.kindred.core.arrow.Float64Column;
import io.kindred.core.arrow.Int32Column;
import io.kindred.core.arrow.ListColumn;
import io.kindred.core.arrow.Utf8Column;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import io.kindred.featurestore.importer.FeatureColumn;
import io.kindred.featurestore.importer.FeatureType;
import io.kindred.featurestore.importer.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the feature segments of one side of a snapshot into core's feature table. */
final class FeatureTableReader {
    private FeatureTableReader() {}

    static FeatureTable read(Snapshot snapshot, Side side, DatasetBuilder.Kept kept) throws IOException {
        List<io.kindred.core.data.FeatureColumn> columns = new ArrayList<>();
        for (SnapshotManifest.FeatureFile segment : snapshot.manifest().features()) {
            if (segment.columns().getFirst().side() == side) {
                try (ArrowFile file = ArrowFile.map(snapshot.directory().resolve(segment.name()))) {
                    for (int i = 0; i < segment.columns().size(); i++) {
                        columns.add(read(file, segment.columns().get(i), i + 1, kept));
                    }
                }
            }
        }
        return new FeatureTable(kept.ids(), columns);
    }

    private static io.kindred.core.data.FeatureColumn read(
            ArrowFile file, FeatureColumn column, int index, DatasetBuilder.Kept kept) {
        return switch (column.type()) {
            case NUMBER, YEAR -> numbers(file, column, index, kept);
            case TEXT, IMAGE -> texts(file, column, index, kept);
            case CATEGORY, CATEGORIES -> categories(file, column, index, kept);
        };
    }

    /** Receives one present cell: its row in the data set, its batch and its row there. */
    @FunctionalInterface
    private interface Cell {
        void read(int row, ArrowBatch batch, int batchRow);
    }

    private static void eachCell(ArrowFile file, int index, DatasetBuilder.Kept kept, Cell cell) {
        for (int b = 0; b < file.batchCount(); b++) {
            ArrowBatch batch = file.batch(b);
            Int32Column entities = batch.column("entity", Int32Column.class);
            for (int r = 0; r < batch.rows(); r++) {
                int row = kept.of(entities.get(r));
                if (row >= 0 && !batch.column(index).isNull(r)) {
                    cell.read(row, batch, r);
                }
            }
        }
    }

    private static io.kindred.core.data.FeatureColumn numbers(
            ArrowFile file, FeatureColumn column, int index, DatasetBuilder.Kept kept) {
        double[] values = new double[kept.ids().size()];
        Arrays.fill(values, Double.NaN);
        eachCell(file, index, kept, (row, batch, r) -> {
            values[row] = batch.column(index) instanceof Int32Column years
                    ? years.get(r)
                    : ((Float64Column) batch.column(index)).get(r);
        });
        return new io.kindred.core.data.FeatureColumn.Numbers(column.name(), values);
    }

    private static io.kindred.core.data.FeatureColumn texts(
            ArrowFile file, FeatureColumn column, int index, DatasetBuilder.Kept kept) {
        String[] values = new String[kept.ids().size()];
        eachCell(file, index, kept, (row, batch, r) -> values[row] = ((Utf8Column) batch.column(index)).get(r));
        return new io.kindred.core.data.FeatureColumn.Text(column.name(), values);
    }

    private static io.kindred.core.data.FeatureColumn categories(
            ArrowFile file, FeatureColumn column, int index, DatasetBuilder.Kept kept) {
        int[][] codes = new int[kept.ids().size()][];
        Vocabulary.Builder names = Vocabulary.builder();
        eachCell(file, index, kept, (row, batch, r) -> {
            if (batch.column(index) instanceof ListColumn list) {
                Utf8Column texts = (Utf8Column) list.elements();
                for (long at = list.start(r); at < list.end(r); at++) {
                    codes[row] = with(codes[row], names.add(cut(texts.get(at))));
                }
            } else {
                codes[row] = with(codes[row], names.add(cut(((Utf8Column) batch.column(index)).get(r))));
            }
        });
        int[] offsets = new int[codes.length + 1];
        for (int row = 0; row < codes.length; row++) {
            offsets[row + 1] = offsets[row] + (codes[row] == null ? 0 : codes[row].length);
        }
        int[] all = new int[offsets[codes.length]];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] != null) {
                System.arraycopy(codes[row], 0, all, offsets[row], codes[row].length);
            }
        }
        return new io.kindred.core.data.FeatureColumn.Categories(
                column.name(), names.build(), offsets, all, column.type() == FeatureType.CATEGORY);
    }

    /** A category's name is at most as long as an id; the little that is longer in real data is free text gone astray. */
    private static String cut(String name) {
        return name.length() * 3 <= Vocabulary.MAX_ID_BYTES ? name : name.substring(0, Vocabulary.MAX_ID_BYTES / 3);
    }

    /** Codes with one more, unless it is there already. */
    private static int[] with(int[] codes, int code) {
        if (codes == null) {
            return new int[] {code};
        }
        for (int known : codes) {
            if (known == code) {
                return codes;
            }
        }
        int[] more = Arrays.copyOf(codes, codes.length + 1);
        more[codes.length] = code;
        return more;
    }
}
