package io.kindred.featurestore.snapshot;

import io.kindred.featurestore.importer.ContextColumn;
import io.kindred.featurestore.importer.FeatureColumn;
import io.kindred.featurestore.importer.FeatureValue;
import io.kindred.featurestore.importer.ImportResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over what a snapshot says: every event and feature value in order, the ids, event types and context values. It
 * does not depend on the machine, the file layout, the source's name or the time of import.
 */
final class ContentHash {
    private static final String VERSION = "kindred-snapshot-1";
    private static final int EVENT_BYTES = 27;
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        put(VERSION);
    }

    void event(int user, int item, float value, long time, int type, byte part, int[] context) {
        room(EVENT_BYTES + 4 * context.length);
        put((byte) 'E');
        put(user);
        put(item);
        put(Float.floatToIntBits(value));
        put(time);
        put(type);
        put(part);
        for (int code : context) {
            put(code);
        }
    }

    void feature(FeatureColumn column, int entity, FeatureValue value) {
        room(8);
        put((byte) 'F');
        put(entity);
        put(column.side().label());
        put(column.name());
        put(column.type().label());
        switch (value) {
            case FeatureValue.Numeric number -> put(Double.doubleToLongBits(number.value()));
            case FeatureValue.Text text -> put(text.value());
            case FeatureValue.Categories categories -> {
                put(categories.values().size());
                categories.values().forEach(this::put);
            }
        }
    }

    /** Adds what is known at the end and returns 64 hexadecimal digits. */
    String finish(ImportResult result) {
        put("ids");
        put(result.users().fingerprint());
        put(result.items().fingerprint());
        put(result.timeKind().name());
        put(result.eventTypes().size());
        result.eventTypes().forEach(this::put);
        for (ContextColumn column : result.context()) {
            put(column.name());
            put(column.values().size());
            column.values().forEach(this::put);
        }
        digest.update(buffer, 0, used);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        room(BUFFER);
        digest.update(bytes);
    }

    private void put(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[used++] = (byte) (value >>> shift);
        }
    }

    private void put(long value) {
        put((int) (value >>> 32));
        put((int) value);
    }

    private void put(byte value) {
        room(1);
        buffer[used++] = value;
    }

    /** Makes room for some bytes by handing what is buffered to the digest. */
    private void room(int bytes) {
        if (used + bytes > BUFFER) {
            digest.update(buffer, 0, used);
            used = 0;
        }
    }
}
