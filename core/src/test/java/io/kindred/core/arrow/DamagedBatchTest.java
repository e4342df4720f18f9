package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindred.core.arrow.RawFile.Node;
import io.kindred.core.arrow.RawFile.Range;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every claim of a batch is checked before it is used. */
class DamagedBatchTest {
    private static final Range NONE = new Range(0, 0);

    private static ArrowSchema schema(ArrowType type) {
        return ArrowSchema.of(ArrowField.optional("c", type));
    }

    private static void assertDamaged(RawFile file, ArrowType type, String message) {
        byte[] image = file.finish(schema(type));
        assertThatExceptionOfType(ArrowFormatException.class)
                .isThrownBy(() -> RawFile.open(image).batch(0))
                .withMessage("items.arrow: batch 0" + message);
    }

    private static RawFile ints(Node node, Range... buffers) {
        return new RawFile().batch(node.length(), List.of(node), List.of(buffers), new byte[16]);
    }

    @Test
    void buffersMustLieInTheBody() {
        String column = ": column 'c' is damaged: ";
        assertDamaged(
                ints(new Node(4, 0), NONE, new Range(8, 16)),
                ArrowType.int32(),
                column + "a buffer of 16 bytes at 8 leaves the batch's 16 bytes");
        assertDamaged(
                ints(new Node(4, 0), NONE, new Range(Long.MAX_VALUE, 16)),
                ArrowType.int32(),
                column + "a buffer of 16 bytes at " + Long.MAX_VALUE + " leaves the batch's 16 bytes");
        assertDamaged(
                ints(new Node(4, 0), NONE, new Range(-8, 16)),
                ArrowType.int32(),
                column + "a buffer of 16 bytes at -8 leaves the batch's 16 bytes");
        assertDamaged(
                ints(new Node(5, 0), NONE, new Range(0, 16)),
                ArrowType.int32(),
                column + "a buffer has 16 bytes, its values need 20");
    }

    @Test
    void rowsMustBeConsistent() {
        assertDamaged(
                new RawFile().batch(3, List.of(new Node(4, 0)), List.of(NONE, new Range(0, 16)), new byte[16]),
                ArrowType.int32(),
                ": column 'c' is damaged: it has 4 rows, the batch 3");
        assertDamaged(ints(new Node(-1, 0)), ArrowType.int32(), " has -1 rows; from 0 to 2147483647 are supported");
        assertDamaged(
                ints(new Node(1L << 31, 0)),
                ArrowType.int32(),
                " has 2147483648 rows; from 0 to 2147483647 are supported");
    }

    @Test
    void nodesAndBuffersMustFitTheSchema() {
        assertDamaged(
                new RawFile().batch(0, List.of(), List.of(), new byte[0]),
                ArrowType.int32(),
                ": column 'c' is damaged: it is missing");
        assertDamaged(ints(new Node(4, 0), NONE), ArrowType.int32(), ": column 'c' is damaged: a buffer is missing");
        assertDamaged(
                ints(new Node(4, 0), NONE, new Range(0, 16), NONE),
                ArrowType.int32(),
                " is damaged: it has 1 columns and 3 buffers, the schema asks for 1 and 2");
    }

    @Test
    void nullCountsMustBeTrue() {
        assertDamaged(
                ints(new Node(4, 1), NONE, new Range(0, 16)),
                ArrowType.int32(),
                ": column 'c' is damaged: 1 nulls in 4 rows with a validity bitmap of 0 bytes");
        assertDamaged(
                ints(new Node(4, 3), new Range(0, 1), new Range(0, 16)),
                ArrowType.int32(),
                ": column 'c' is damaged: it counts 3 nulls, its validity bitmap 4");
        assertDamaged(
                ints(new Node(4, 5), new Range(0, 1), new Range(0, 16)),
                ArrowType.int32(),
                ": column 'c' is damaged: 5 nulls in 4 rows with a validity bitmap of 1 bytes");
    }

    private static RawFile texts(byte[] offsets) {
        byte[] body = java.util.Arrays.copyOf(offsets, offsets.length + 4);
        return new RawFile()
                .batch(
                        2,
                        List.of(new Node(2, 0)),
                        List.of(NONE, new Range(0, offsets.length), new Range(offsets.length, 4)),
                        body);
    }

    @Test
    void offsetsMustNotDecreaseOrLeaveTheData() {
        String column = ": column 'c' is damaged: ";
        assertDamaged(texts(RawFile.ints(0, 3, 2)), ArrowType.utf8(), column + "offsets decrease or are negative");
        assertDamaged(texts(RawFile.ints(-1, 0, 2)), ArrowType.utf8(), column + "offsets decrease or are negative");
        assertDamaged(
                texts(RawFile.ints(0, Integer.MIN_VALUE, 2)),
                ArrowType.utf8(),
                column + "offsets decrease or are negative");
        assertDamaged(texts(RawFile.ints(0, 2, 5)), ArrowType.utf8(), column + "offsets reach to 5, only 4 present");
        assertDamaged(texts(RawFile.ints(0, 2)), ArrowType.utf8(), column + "3 offsets need 12 bytes, found 8");
        assertDamaged(
                texts(RawFile.ints(0, 2, Integer.MAX_VALUE)),
                ArrowType.utf8(),
                column + "a value has length 2147483645, at most 268435456");
        assertDamaged(
                texts(RawFile.ints(0, 0, 2, 0, 1, 0)),
                ArrowType.largeUtf8(),
                column + "offsets decrease or are negative");
    }

    @Test
    void listsMustHaveTheirElements() {
        List<Node> nodes = List.of(new Node(1, 0), new Node(1, 0));
        byte[] body = RawFile.ints(0, 2, 7, 7);
        assertDamaged(
                new RawFile().batch(1, nodes, List.of(NONE, new Range(0, 8), NONE, new Range(8, 4)), body),
                ArrowType.list(ArrowType.int32()),
                ": column 'c' is damaged: offsets reach to 2, only 1 present");
        assertDamaged(
                new RawFile().batch(1, nodes, List.of(NONE, NONE, new Range(8, 4)), body),
                ArrowType.fixedSizeList(ArrowType.int32(), 2),
                ": column 'c' is damaged: 1 elements for 1 lists of 2");
    }

    @Test
    void dictionaryIndicesMustBeInRange() {
        RawFile file = new RawFile()
                .dictionary(
                        0, false, 1, List.of(new Node(1, 0)), List.of(NONE, new Range(0, 8), NONE), RawFile.ints(0, 0))
                .batch(2, List.of(new Node(2, 0)), List.of(NONE, new Range(0, 8)), RawFile.ints(0, 1));

        assertDamaged(
                file,
                ArrowType.dictionary(ArrowType.utf8()),
                ": column 'c' is damaged: dictionary index 1 in row 1, dictionary has 1 values");
        assertDamaged(
                new RawFile().batch(1, List.of(new Node(1, 0)), List.of(NONE, new Range(0, 4)), new byte[4]),
                ArrowType.dictionary(ArrowType.utf8()),
                ": column 'c' is damaged: its dictionary 0 is missing");
    }

    @Test
    void batchesMustLieBeforeTheFooter() {
        byte[] image = new RawFile().batchAt(8, 8, Long.MAX_VALUE).finish(schema(ArrowType.int32()));

        assertThatExceptionOfType(ArrowFormatException.class)
                .isThrownBy(() -> RawFile.open(image))
                .withMessage(
                        "items.arrow: batch 0: damaged footer: says 8 + 9,223,372,036,854,775,807 bytes at offset 8,"
                                + " the footer starts at 8");
    }

    @Test
    void nestingAndFieldsAreBounded() {
        ArrowType deep = IntStream.range(0, 7)
                .boxed()
                .reduce(ArrowType.int8(), (type, level) -> ArrowType.list(type), (a, b) -> a);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> schema(ArrowType.list(deep)))
                .withMessage("field 'c' is nested deeper than 8 levels");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ArrowSchema.of(IntStream.range(0, 1025)
                        .mapToObj(i -> ArrowField.required("f" + i, ArrowType.int8()))
                        .toArray(ArrowField[]::new)))
                .withMessage("1025 fields; at most 1024 are supported");
    }
}
