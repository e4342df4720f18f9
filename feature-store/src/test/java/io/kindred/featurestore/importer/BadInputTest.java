package io.kindred.featurestore.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kindred.core.KindredException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong files and wrong rows, with what the user is told. */
class BadInputTest {
    private static final String HEADER = "user,item,rating,timestamp";
    private static final String GOOD = "u1,i1,4,1000000000";

    @TempDir
    Path folder;

    static Stream<Arguments> badRows() {
        String longId = "x".repeat(1025);
        return Stream.of(
                arguments("u2,i1,abc,1000000000", RejectReason.NOT_A_NUMBER, "rating 'abc' is not a number"),
                arguments("u2,i1,NaN,1000000000", RejectReason.NOT_FINITE, "rating 'NaN' is not a finite"),
                arguments("u2,i1,-Infinity,1000000000", RejectReason.NOT_FINITE, "rating '-Infinity'"),
                arguments("u2,i1,1e60,1000000000", RejectReason.NOT_FINITE, "rating '1e60' is not a finite"),
                arguments("u2,i1,,1000000000", RejectReason.EMPTY_FIELD, "rating is empty"),
                arguments("u2,i1,4,yesterday", RejectReason.BAD_TIMESTAMP, "timestamp 'yesterday' is not a time"),
                arguments("u2,i1,4,-5", RejectReason.BAD_TIMESTAMP, "timestamp '-5' is negative"),
                arguments("u2,i1,4,1000000000000", RejectReason.BAD_TIMESTAMP, "lies after the year 2099"),
                arguments("u2,i1,4,", RejectReason.BAD_TIMESTAMP, "timestamp is empty"),
                arguments(",i1,4,1000000000", RejectReason.EMPTY_FIELD, "user is empty"),
                arguments("u2, ,4,1000000000", RejectReason.EMPTY_FIELD, "item is empty"),
                arguments("u2,i1,4", RejectReason.COLUMN_COUNT, "has 3 columns where 4 are expected"),
                arguments("u2,i1,4,1000000000,x", RejectReason.COLUMN_COUNT, "has 5 columns"),
                arguments(longId + ",i1,4,1000000000", RejectReason.LONG_ID, "user id of 1025 bytes"),
                arguments("\"u2,i1,4,1000000000", RejectReason.UNBALANCED_QUOTE, "not closed"),
                arguments("\"u2\"x,i1,4,1000000000", RejectReason.UNBALANCED_QUOTE, "text follows"),
                arguments("u\u0001,i1,4,1000000000", RejectReason.NOT_TEXT, "control characters"));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void aBadRowIsRejectedWithItsReasonAndTheRestIsKept(String row, RejectReason reason, String message) {
        Path file = Imported.write(folder, "data.csv", HEADER, GOOD, row, "u3,i3,5,1000000001");

        Imported imported = Imported.from(file);

        assertThat(imported.events()).containsExactly("u1 i1 4.0 1000000000", "u3 i3 5.0 1000000001");
        FileReport report = imported.file(0);
        assertThat(report.rejected()).containsExactly(Map.entry(reason, 1L));
        assertThat(report.examples()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(3);
            assertThat(line.message()).contains(message);
            assertThat(line.text()).hasSizeLessThanOrEqualTo(801).doesNotContain("\u0001");
        });
        assertThat(report.rows()).isEqualTo(report.accepted() + report.duplicates() + report.rejectedRows());
        assertThat(imported.result().users().ids()).containsExactly("u1", "u3");
    }

    @Test
    void anIdThatIsNotUtf8IsRejected() {
        byte[] bytes = "user,item\nu1,i1\nu\u00e9,i1\n".getBytes(StandardCharsets.ISO_8859_1);

        Imported imported = Imported.from(Imported.writeBytes(folder, "data.csv", bytes));

        assertThat(imported.events()).hasSize(1);
        assertThat(imported.file(0).rejected()).containsOnlyKeys(RejectReason.NOT_TEXT);
    }

    @Test
    void strictModeStopsAtTheFirstRejectedRow() {
        Path file = Imported.write(folder, "data.csv", HEADER, GOOD, "u2,i1,abc,1000000000");

        assertThatThrownBy(() -> Imported.run(ImportRequest.of(file).withStrict(true)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("data.csv line 3: rating 'abc' is not a number");
    }

    @Test
    void anImportWhoseRowsAreAllRejectedFails() {
        Path file = Imported.write(folder, "data.csv", HEADER, "u1,i1,bad,1000000000");

        assertThatThrownBy(() -> Imported.from(file))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("all 1 rows were rejected")
                .hasMessageContaining("line 2: rating 'bad' is not a number");
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments("h.csv", "user,item\n", "no rows"),
                arguments("e.csv", "", "is empty"),
                arguments("blank.csv", "\n \n", "is empty"),
                arguments("z.csv", "PK\u0003\u0004rest", "zip archive; unpack it first"),
                arguments("b.bin", "ab\u0000cd", "binary data"),
                arguments("prose.txt", "Once upon a time\nthere was\n", "first line is: Once upon a time"),
                arguments("esc.txt", "x\u001b[31mred hot\n".repeat(9), "x\\x1b[31mred hot"),
                arguments("m.csv", "user,stars\nu1,4\n", "column 'item' missing; the header has: user, stars"),
                arguments("i.csv", "item,title\ni1,A\n", "column 'user' missing; the header has: item, title"),
                arguments("h2.csv", "kunde,artikel\nu1,i1\n", "columns of its first line are not known: kunde,artikel"),
                arguments("a.json", "[{\"user\": 1, \"item\": 2}]", "one object a line"),
                arguments("cut.json", "{\"u1\": [1, 2], \"u2\": [3", "the JSON ends too early"),
                arguments("bad.json", "{\"u1\": [1, 2], \"u2\": nope}", "not valid JSON at line 1"),
                arguments("n.json", "{\"u1\": 5}", "neither lists nor objects"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aWrongFileIsRefusedInWords(String name, String content, String message) {
        Path file = Imported.writeBytes(folder, name, content.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Imported.from(file))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(name)
                .message()
                .doesNotContain("\u001b")
                .satisfies(text -> assertThat(text.lines()).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void anUnrecognisedFileIsToldTheFormatsAndTheWayOut() {
        Path file = Imported.write(folder, "prose.txt", "Once upon a time");

        assertThatThrownBy(() -> Imported.from(file))
                .hasMessageContaining("recbole, movielens-dat")
                .hasMessageContaining("--format NAME")
                .hasMessageContaining("--columns user=COLUMN,item=COLUMN");
    }

    @Test
    void aTruncatedGzipFileIsRefused() {
        StringBuilder text = new StringBuilder("user,item\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("user")
                    .append(i * 7919 % 10_007)
                    .append(",item")
                    .append(i)
                    .append('\n');
        }
        byte[] whole = Imported.gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        Path cut = Imported.writeBytes(folder, "cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        Path stub = Imported.writeBytes(folder, "stub.csv.gz", Arrays.copyOf(whole, 5));

        assertThatThrownBy(() -> Imported.from(cut))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("cut.csv.gz")
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> Imported.from(stub))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aLineOverTheLimitIsRejectedAndTheNextIsRead() {
        String tooLong = "x".repeat(LineReader.MAX_LINE_BYTES + 10);
        Path file = Imported.write(folder, "data.csv", "user,item", "u1,i1", tooLong + ",i1", "u2,i2");

        Imported imported = Imported.from(file);

        assertThat(imported.events()).containsExactly("u1 i1 1.0 0", "u2 i2 1.0 0");
        assertThat(imported.file(0).rejected()).containsOnlyKeys(RejectReason.LINE_TOO_LONG);
        assertThat(imported.file(0).examples().getFirst().line()).isEqualTo(3);
    }

    @Test
    void aLoneQuoteCostsOnlyItsOwnLine() {
        Path file = Imported.write(folder, "data.csv", "user,item", "u1,\"i1", "u2,i2", "u3,\"i,3\"", "u4,i4");

        Imported imported = Imported.from(file);

        assertThat(imported.events()).containsExactly("u2 i2 1.0 0", "u3 i,3 1.0 0", "u4 i4 1.0 0");
        assertThat(imported.file(0).examples()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(2);
            assertThat(line.reason()).isEqualTo(RejectReason.UNBALANCED_QUOTE);
        });
    }

    @Test
    void badJsonLinesAreRejectedOneByOne() {
        Path file = Imported.write(
                folder,
                "log.jsonl",
                "{\"user\": \"u1\", \"item\": \"i1\", \"rating\": 3}",
                "{\"user\": \"u1\", \"item\": ",
                "[1]",
                "{\"user\": \"u2\", \"rating\": 3}",
                "{\"user\": \"u2\", \"item\": \"i1\", \"rating\": \"x\"}",
                "{\"user\": \"u3\", \"item\": \"i1\", \"rating\": 4.5}");

        Imported imported = Imported.from(file);

        assertThat(imported.events()).containsExactly("u1 i1 3.0 0", "u3 i1 4.5 0");
        assertThat(imported.file(0).rejected())
                .containsEntry(RejectReason.BAD_JSON, 2L)
                .containsEntry(RejectReason.EMPTY_FIELD, 1L)
                .containsEntry(RejectReason.NOT_A_NUMBER, 1L);
    }

    @Test
    void identicalRowsAreCountedAsDuplicatesAndKeptOnlyOnRequest() {
        Path file = Imported.write(folder, "data.csv", HEADER, GOOD, GOOD, "u1,i1,5,1000000000");

        Imported imported = Imported.from(file);
        Imported kept = Imported.run(ImportRequest.of(file).withKeepDuplicates(true));

        assertThat(imported.events()).containsExactly("u1 i1 4.0 1000000000", "u1 i1 5.0 1000000000");
        assertThat(imported.file(0).duplicates()).isEqualTo(1);
        assertThat(kept.events()).hasSize(3);
    }

    @Test
    void aFolderWithoutInteractionsSaysWhatItHas() {
        Imported.write(folder, "README.md", "# hello");
        Imported.write(folder, "items.csv", "item,title", "i1,A");

        assertThatThrownBy(() -> Imported.from(folder))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("README.md (not data)")
                .hasMessageContaining("items.csv (features only)");
    }

    @Test
    void unrelatedFilesWithInteractionsAreNotMixed() {
        Imported.write(folder, "clicks.csv", "user,item", "u1,i1");
        Imported.write(folder, "ratings.csv", "user,item,rating", "u1,i1,3");

        assertThatThrownBy(() -> Imported.from(folder))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("several files with interactions: clicks.csv, ratings.csv");
    }

    @Test
    void aMissingPathIsNamed() {
        assertThatThrownBy(() -> Imported.from(folder.resolve("nothing.csv")))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("no such file or folder")
                .hasMessageContaining("nothing.csv");
    }

    @Test
    void aMappingThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> ColumnMapping.parse("user"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("mapping 'user' cannot be read");
        assertThatThrownBy(() -> ColumnMapping.parse("usr=a"))
                .hasMessageContaining("'usr', which is not one of user, item, value, time, type, context");
        assertThatThrownBy(() -> ColumnMapping.parse("user=a,user=b")).hasMessageContaining("'user' twice");
    }

    @Test
    void aMappedColumnThatIsMissingIsNamed() {
        Path file = Imported.write(folder, "data.csv", "a,b", "u1,i1");

        assertThatThrownBy(() -> Imported.run(ImportRequest.of(file).withMapping(ColumnMapping.parse("user=a,item=c"))))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("column 'c' missing; the header has: a, b");
    }

    @Test
    void anUnknownFormatListsAll() {
        assertThatThrownBy(() -> DataFormat.of("xml"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("unknown format 'xml'; available: recbole");
    }
}
