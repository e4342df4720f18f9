package io.kindred.core.data;

import java.util.Arrays;

/** Collects values for a {@link ValueColumn}, widening the representation only when a value asks for it. Not thread-safe. */
final class ValueCollector {
    private static final int MAX_CODES = 256;

    private byte[] codes;
    private final float[] dictionary = new float[MAX_CODES];
    private int codeCount;
    private float[] plain;
    private boolean onlyOnes = true;
    private int size;

    void add(float value) {
        if (onlyOnes) {
            if (value == 1f) {
                size++;
                return;
            }
            onlyOnes = false;
            codes = new byte[Math.max(16, size + (size >> 1))];
            dictionary[0] = 1f;
            codeCount = 1;
        }
        if (plain == null) {
            int code = codeOf(value);
            if (code >= 0) {
                if (size == codes.length) {
                    codes = Arrays.copyOf(codes, Grow.next(size));
                }
                codes[size++] = (byte) code;
                return;
            }
            plain = new float[Math.max(16, Grow.next(size))];
            for (int i = 0; i < size; i++) {
                plain[i] = dictionary[codes[i] & 0xff];
            }
            codes = null;
        }
        if (size == plain.length) {
            plain = Arrays.copyOf(plain, Grow.next(size));
        }
        plain[size++] = value;
    }

    ValueColumn finish() {
        if (onlyOnes) {
            return new ValueColumn.Ones();
        }
        return plain == null
                ? new ValueColumn.Coded(codes, Arrays.copyOf(dictionary, codeCount))
                : new ValueColumn.Plain(plain);
    }

    private int codeOf(float value) {
        for (int c = 0; c < codeCount; c++) {
            if (dictionary[c] == value) {
                return c;
            }
        }
        if (codeCount == MAX_CODES) {
            return -1;
        }
        dictionary[codeCount] = value;
        return codeCount++;
    }
}
