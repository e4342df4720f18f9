package io.kindred.core.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class EventCodecTest {
    @Property(tries = 300)
    void aFrameGivesItsEventBack(
            @ForAll @NotBlank @StringLength(min = 1, max = 50) String id,
            @ForAll @NotBlank @StringLength(min = 1, max = 50) String item,
            @ForAll @LongRange(min = 0) long time,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(id + item));
        // jqwik takes some of Unicode's spaces for text; events do not.
        Assume.that(!id.isBlank() && !item.isBlank());
        Event event = new Event(id, "user", item, "view", time, value);

        ByteBuffer frame = frame(event);

        assertThat(EventCodec.decode(frame)).isEqualTo(event);
        assertThat(frame.remaining()).isZero();
    }

    @Property(tries = 300)
    void aFrameWithOneChangedByteIsNoFrame(
            @ForAll @IntRange(max = 60) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
        Event event = new Event("event-1", "user-1", "item-1", "rating", 1_700_000_000L, 4.5);
        ByteBuffer frame = frame(event);
        int position = at % frame.limit();

        frame.put(position, (byte) (frame.get(position) ^ change));

        assertThat(EventCodec.decode(frame)).isNull();
        assertThat(frame.position()).isZero();
    }

    @Property(tries = 100)
    void aFrameThatIsCutOffIsNoFrame(@ForAll @IntRange(max = 60) int length) {
        ByteBuffer frame = frame(new Event("event-1", "user-1", "item-1", "view", 0, Double.NaN));

        frame.limit(length % frame.limit());

        assertThat(EventCodec.decode(frame)).isNull();
    }

    private static ByteBuffer frame(Event event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventCodec.encode(event, out);
        return ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
