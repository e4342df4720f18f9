package io.kindred.featurestore.sample;

/** Ids as they stand in files: a letter and the number from 1, padded to the same length ({@code f0042}). */
final class SampleIds {
    private static final int MIN_DIGITS = 4;

    private final char letter;
    private final int digits;

    SampleIds(char letter, int count) {
        this.letter = letter;
        this.digits = Math.max(MIN_DIGITS, Integer.toString(count).length());
    }

    String of(int index) {
        String number = Integer.toString(index + 1);
        return letter + "0".repeat(digits - number.length()) + number;
    }
}
