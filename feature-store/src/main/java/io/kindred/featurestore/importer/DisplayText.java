package io.kindred.featurestore.importer;

import java.nio.charset.StandardCharsets;

/** Makes bytes of unknown origin safe to print on a terminal or a web page. */
final class DisplayText {
    /** Longest excerpt of a line that a message or a report shows, in characters. */
    static final int MAX_CHARS = 200;

    private DisplayText() {}

    /** The text of a byte range, cut and escaped like {@link #of(String)}. */
    static String of(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + 4 * MAX_CHARS + 4);
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        return escape(text, end < to);
    }

    /** Cuts to {@link #MAX_CHARS} characters and escapes control, format and unpaired characters. */
    static String of(String text) {
        return escape(text, false);
    }

    private static String escape(String text, boolean alreadyCut) {
        StringBuilder out = new StringBuilder();
        int shown = 0;
        int i = 0;
        while (i < text.length() && shown < MAX_CHARS) {
            int c = text.codePointAt(i);
            append(out, c);
            i += Character.charCount(c);
            shown++;
        }
        if (alreadyCut || i < text.length()) {
            out.append('…');
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            default -> {
                if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(String.format(c <= 0xFF ? "\\x%02x" : "\\u%04x", c));
                }
            }
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
