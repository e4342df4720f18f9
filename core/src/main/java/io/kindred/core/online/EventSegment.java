package io.kindred.core.online;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of an event log: a header of 16 bytes (magic, format version, zero) and frames.
 *
 * @param number 1 for the first segment of a log
 * @param file where it is
 */
record EventSegment(int number, Path file) {
    static final int HEADER_BYTES = 16;
    static final int FORMAT_VERSION = 1;

    private static final byte[] MAGIC = "KNDEVENT".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern NAME = Pattern.compile("events-(\\d{8})\\.log");

    static EventSegment of(Path directory, int number) {
        return new EventSegment(number, directory.resolve("events-%08d.log".formatted(number)));
    }

    /** The segments of a log in order. */
    static List<EventSegment> list(Path directory) throws IOException {
        List<EventSegment> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                var matcher = NAME.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    found.add(new EventSegment(Integer.parseInt(matcher.group(1)), file));
                }
            }
        }
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).number != found.get(i - 1).number + 1) {
                throw new EventLogException("the event log " + directory + " has no segment between "
                        + found.get(i - 1).file.getFileName() + " and "
                        + found.get(i).file.getFileName() + "; restore it from a backup");
            }
        }
        return found;
    }

    static ByteBuffer header() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putInt(FORMAT_VERSION)
                .putInt(0)
                .flip();
    }

    /** Whether the file ends within its header, as after a crash while it was created. */
    boolean isUnborn() throws IOException {
        return Files.size(file) < HEADER_BYTES;
    }

    /**
     * Hands over every whole event in order.
     *
     * @return the position behind the last whole event; less than the file's size where a damaged tail follows
     * @throws EventLogException if the file is not a segment, or of a format this version does not know
     */
    long read(Consumer<Event> consumer) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            ByteBuffer in = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena)
                    .asByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN);
            checkHeader(in);
            for (Event event = EventCodec.decode(in); event != null; event = EventCodec.decode(in)) {
                consumer.accept(event);
            }
            return in.position();
        }
    }

    private void checkHeader(ByteBuffer in) {
        byte[] magic = new byte[MAGIC.length];
        if (in.remaining() >= HEADER_BYTES) {
            in.get(magic);
        }
        if (!Arrays.equals(magic, MAGIC)) {
            throw new EventLogException(file + " is not a segment of an event log");
        }
        int version = in.getInt();
        if (version != FORMAT_VERSION) {
            throw new EventLogException(file + " has event log format " + version + "; this version reads format "
                    + FORMAT_VERSION + (version > FORMAT_VERSION ? "; use a newer Kindred" : ""));
        }
        in.position(HEADER_BYTES);
    }
}
