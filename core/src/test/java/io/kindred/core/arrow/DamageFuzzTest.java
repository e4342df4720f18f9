package io.kindred.core.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.arrow.vector.VarCharVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, reading it either works or is refused with the one exception meant for it. */
class DamageFuzzTest {
    @TempDir
    Path folder;

    private byte[] sample() throws IOException {
        Path file = folder.resolve("sample.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, SampleColumns.schema())) {
            writer.write(SampleColumns.batch());
        }
        return Files.readAllBytes(file);
    }

    /** A file of less than 3 kB with text, dictionary, list, vector and nulls. */
    private byte[] small() throws IOException {
        ArrowSchema schema = ArrowSchema.of(
                ArrowField.optional("t", ArrowType.utf8()),
                ArrowField.optional("d", ArrowType.dictionary(ArrowType.int8(), ArrowType.utf8())),
                ArrowField.required("l", ArrowType.list(ArrowType.int16())),
                ArrowField.required("v", ArrowType.fixedSizeList(ArrowType.float32(), 2)));
        Path file = folder.resolve("small.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(ArrowBatch.of(
                    schema,
                    List.of(
                            Utf8Column.of(Arrays.asList("one", null, "three")),
                            Utf8Column.of(Arrays.asList("x", "y", null)),
                            ListColumn.of(new int[] {0, 2, 2, 3}, Int16Column.of(new short[] {1, 2, 3})),
                            FixedSizeListColumn.of(new float[] {1, 2, 3, 4, 5, 6}, 2))));
        }
        return Files.readAllBytes(file);
    }

    /** Reads everything; says whether the file was accepted. Any exception but the expected one fails the test. */
    private static boolean read(byte[] image) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(Math.max(1, image.length)).asSlice(0, image.length);
            MemorySegment.copy(image, 0, bytes, Layouts.BYTE, 0, image.length);
            ArrowFile file = ArrowFile.of("fuzz.arrow", bytes);
            for (int batch = 0; batch < file.batchCount(); batch++) {
                file.batch(batch).columns().forEach(Rows::of);
            }
            return true;
        } catch (ArrowFormatException e) {
            assertThat(e.getMessage()).startsWith("fuzz.arrow: ");
            return false;
        }
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] image = sample();

        assertThat(read(image)).isTrue();
        for (int length = 0; length < image.length; length++) {
            assertThat(read(Arrays.copyOf(image, length)))
                    .as("first %d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void everyFlippedBitIsSurvived() throws IOException {
        byte[] image = small();
        int accepted = 0;
        for (int bit = 0; bit < image.length * 8; bit++) {
            byte[] flipped = image.clone();
            flipped[bit >>> 3] ^= (byte) (1 << (bit & 7));
            accepted += read(flipped) ? 1 : 0;
        }
        // Padding and values carry no structure; magic, footer and headers do.
        assertThat(accepted).isBetween(image.length, image.length * 8 - image.length / 2);
    }

    @Test
    void randomDamageIsSurvived() throws IOException {
        byte[] image = sample();
        Random random = new Random(7);
        int refused = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] damaged = image.clone();
            int changes = 1 + random.nextInt(8);
            for (int change = 0; change < changes; change++) {
                // The tail of the file is its footer, where damage hurts most.
                int range = random.nextBoolean() ? image.length : Math.min(3_000, image.length);
                damaged[image.length - 1 - random.nextInt(range)] = (byte) random.nextInt();
            }
            refused += read(damaged) ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void damageToAFileOfArrowJavaIsSurvived() throws IOException {
        Path file = folder.resolve("java.arrow");
        try (ArrowJava arrow = new ArrowJava()) {
            VarCharVector texts = new VarCharVector("t", arrow.allocator);
            texts.allocateNew();
            texts.setSafe(0, new byte[] {'a'});
            texts.setValueCount(2);
            arrow.write(file, List.of(texts));
        }
        byte[] image = Files.readAllBytes(file);
        assertThat(read(image)).isTrue();
        for (int bit = 0; bit < image.length * 8; bit++) {
            byte[] flipped = image.clone();
            flipped[bit >>> 3] ^= (byte) (1 << (bit & 7));
            read(flipped);
        }
        for (int length = 0; length < image.length; length++) {
            assertThat(read(Arrays.copyOf(image, length)))
                    .as("first %d bytes", length)
                    .isFalse();
        }
    }
}
