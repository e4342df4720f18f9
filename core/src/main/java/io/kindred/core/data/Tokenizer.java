package io.kindred.core.data;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Splits text into words, the same in training and in serving: runs of Unicode letters, marks and digits in lower case, after
 * compatibility composition (NFKC). An apostrophe between letters belongs to the word; an ideograph is a word of its own.
 * Words longer than {@value #MAX_LENGTH} characters are left out. Stateless and thread-safe.
 */
public final class Tokenizer {
    /** The longest word in characters. */
    public static final int MAX_LENGTH = 64;

    private Tokenizer() {}

    /** Hands over the words of a text in their order, repeats included. */
    public static void words(String text, Consumer<String> visitor) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int start = -1;
        int at = 0;
        while (at < plain.length()) {
            int c = plain.codePointAt(at);
            int next = at + Character.charCount(c);
            if (Character.isIdeographic(c)) {
                end(plain, start, at, visitor);
                visitor.accept(plain.substring(at, next));
                start = -1;
            } else if (isPart(c)
                    || (start >= 0 && isApostrophe(c) && next < plain.length() && startsLetter(plain, next))) {
                start = start < 0 ? at : start;
            } else {
                end(plain, start, at, visitor);
                start = -1;
            }
            at = next;
        }
        end(plain, start, plain.length(), visitor);
    }

    private static void end(String text, int start, int end, Consumer<String> visitor) {
        if (start >= 0 && end - start <= MAX_LENGTH) {
            visitor.accept(text.substring(start, end).replace('\u2019', '\''));
        }
    }

    private static boolean isPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean startsLetter(String text, int at) {
        return Character.isLetter(text.codePointAt(at));
    }
}
