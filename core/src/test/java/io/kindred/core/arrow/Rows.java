package io.kindred.core.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;

/** The rows of a column as plain objects, so that both implementations can be compared. */
final class Rows {
    private Rows() {}

    /** Reads every row through Kindred's accessors. */
    static List<Object> of(ArrowColumn column) {
        return of(column, 0, column.length());
    }

    private static List<Object> of(ArrowColumn column, long start, long end) {
        List<Object> rows = new ArrayList<>();
        for (long row = start; row < end; row++) {
            rows.add(column.isNull(row) ? null : value(column, row));
        }
        return rows;
    }

    private static Object value(ArrowColumn column, long row) {
        return switch (column) {
            case Int8Column c -> c.get(row);
            case Int16Column c -> c.get(row);
            case Int32Column c -> c.get(row);
            case Int64Column c -> c.get(row);
            case Float32Column c -> c.get(row);
            case Float64Column c -> c.get(row);
            case BoolColumn c -> c.get(row);
            case Utf8Column c -> c.get(row);
            case BinaryColumn c -> ByteBuffer.wrap(c.get(row));
            case FixedSizeListColumn c -> of(c.elements(), c.start(row), c.end(row));
            case ListColumn c -> of(c.elements(), c.start(row), c.end(row));
        };
    }

    /** Reads every row through arrow-java's accessors. */
    static List<Object> of(FieldVector vector) {
        return of(vector, 0, vector.getValueCount());
    }

    private static List<Object> of(FieldVector vector, int start, int end) {
        List<Object> rows = new ArrayList<>();
        for (int row = start; row < end; row++) {
            rows.add(vector.isNull(row) ? null : value(vector, row));
        }
        return rows;
    }

    private static Object value(FieldVector vector, int row) {
        return switch (vector) {
            case TinyIntVector v -> v.get(row);
            case SmallIntVector v -> v.get(row);
            case IntVector v -> v.get(row);
            case BigIntVector v -> v.get(row);
            case Float4Vector v -> v.get(row);
            case Float8Vector v -> v.get(row);
            case BitVector v -> v.get(row) != 0;
            case DateDayVector v -> v.get(row);
            case DateMilliVector v -> v.get(row);
            case TimeStampVector v -> v.get(row);
            case VarCharVector v -> v.getObject(row).toString();
            case LargeVarCharVector v -> v.getObject(row).toString();
            case VarBinaryVector v -> ByteBuffer.wrap(v.get(row));
            case LargeVarBinaryVector v -> ByteBuffer.wrap(v.get(row));
            case FixedSizeListVector v -> of(v.getDataVector(), v.getElementStartIndex(row), v.getElementEndIndex(row));
            case ListVector v -> of(v.getDataVector(), v.getElementStartIndex(row), v.getElementEndIndex(row));
            case LargeListVector v ->
                of(v.getDataVector(), (int) v.getElementStartIndex(row), (int) v.getElementEndIndex(row));
            default -> throw new IllegalArgumentException(vector.getField().toString());
        };
    }
}
