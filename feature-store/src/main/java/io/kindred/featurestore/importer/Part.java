package io.kindred.featurestore.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of a given split that an event belongs to.
 *
 * <p>Events of data without a given split are {@link #ALL}. The {@link #code()} is what is stored with each event and is
 * stable: it never changes for an existing constant.
 */
public enum Part {
    /** No split was given. */
    ALL(0, "all"),
    /** Training events of a given split. */
    TRAIN(1, "train"),
    /** Validation events of a given split. */
    VALID(2, "valid"),
    /** Test events of a given split. */
    TEST(3, "test");

    private static final List<String> VALID_WORDS = List.of("valid", "validation", "val", "dev");

    private final byte code;
    private final String label;

    Part(int code, String label) {
        this.code = (byte) code;
        this.label = label;
    }

    /** The stable stored code, 0 to 3. */
    public byte code() {
        return code;
    }

    /** Lower-case name used in messages, reports and generated session ids. */
    public String label() {
        return label;
    }

    /**
     * The part with the given stored code.
     *
     * @throws IllegalArgumentException if no part has this code
     */
    public static Part ofCode(int code) {
        for (Part part : values()) {
            if (part.code == code) {
                return part;
            }
        }
        throw new IllegalArgumentException("unknown part code " + code + "; legal codes are 0 to 3");
    }

    /**
     * Reads the part from a file name such as {@code train.txt}, {@code data.test.inter} or {@code test_sessions.txt}:
     * one of the words of the name (split at anything but letters) says which part it is.
     */
    static Optional<Part> fromFileName(String name) {
        Part found = null;
        for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            Part part = ofWord(word);
            if (part != null) {
                if (found != null && found != part) {
                    return Optional.empty();
                }
                found = part;
            }
        }
        return Optional.ofNullable(found);
    }

    private static Part ofWord(String word) {
        if (word.equals("train") || word.equals("training")) {
            return TRAIN;
        }
        if (word.equals("test") || word.equals("testing")) {
            return TEST;
        }
        return VALID_WORDS.contains(word) ? VALID : null;
    }
}
