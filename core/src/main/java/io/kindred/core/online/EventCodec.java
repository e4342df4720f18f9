package io.kindred.core.online;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The frames of an event log segment, little-endian: payload length (int), CRC-32C of the payload (int), payload. A payload is
 * id, user, item and type, each as a length (unsigned short) and UTF-8 bytes, then time (long) and value (double). Stateless.
 */
final class EventCodec {
    static final int FRAME_HEADER_BYTES = 8;
    static final int MAX_PAYLOAD_BYTES = 8 * 1024;

    private EventCodec() {}

    /** Appends the frame of an event. */
    static void encode(Event event, ByteArrayOutputStream out) {
        byte[][] texts = {bytes(event.id()), bytes(event.user()), bytes(event.item()), bytes(event.type())};
        int length = Long.BYTES + Double.BYTES;
        for (byte[] text : texts) {
            length += Short.BYTES + text.length;
        }
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEADER_BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        frame.position(FRAME_HEADER_BYTES);
        for (byte[] text : texts) {
            frame.putShort((short) text.length).put(text);
        }
        frame.putLong(event.time()).putDouble(event.value());
        frame.putInt(0, length).putInt(4, checksum(frame.array(), FRAME_HEADER_BYTES, length));
        out.writeBytes(frame.array());
    }

    /**
     * The event in the frame at the buffer's position, which is moved behind it.
     *
     * @return null where no whole, undamaged frame starts; the position is then left alone
     */
    static Event decode(ByteBuffer in) {
        int start = in.position();
        if (in.remaining() < FRAME_HEADER_BYTES) {
            return null;
        }
        int length = in.getInt(start);
        if (length <= 0 || length > MAX_PAYLOAD_BYTES || in.remaining() - FRAME_HEADER_BYTES < length) {
            return null;
        }
        byte[] payload = new byte[length];
        in.get(start + FRAME_HEADER_BYTES, payload);
        if (checksum(payload, 0, length) != in.getInt(start + 4)) {
            return null;
        }
        in.position(start + FRAME_HEADER_BYTES + length);
        return parse(ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN));
    }

    private static Event parse(ByteBuffer payload) {
        try {
            return new Event(
                    text(payload), text(payload), text(payload), text(payload), payload.getLong(), payload.getDouble());
        } catch (BufferUnderflowException e) {
            throw new EventLogException("a frame of the event log has a good checksum but is too short", e);
        }
    }

    private static String text(ByteBuffer payload) {
        byte[] bytes = new byte[payload.getShort() & 0xffff];
        payload.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
