package io.kindred.featurestore.importer;

/** What separates the fields of a line. */
enum Delimiter {
    TAB('\t', 1, "tab-separated"),
    DOUBLE_COLON(':', 2, "separated by ::"),
    COMMA(',', 1, "comma-separated"),
    SEMICOLON(';', 1, "semicolon-separated"),
    PIPE('|', 1, "separated by |"),
    SPACE(' ', 1, "space-separated");

    private final byte symbol;
    private final int width;
    private final String label;

    Delimiter(char symbol, int width, String label) {
        this.symbol = (byte) symbol;
        this.width = width;
        this.label = label;
    }

    /** The byte, which stands {@link #width} times in a row. */
    byte symbol() {
        return symbol;
    }

    int width() {
        return width;
    }

    String label() {
        return label;
    }

    String text() {
        return String.valueOf((char) symbol).repeat(width);
    }

    /** How often the delimiter occurs in a line. */
    int count(String line) {
        int count = 0;
        for (int at = line.indexOf(text()); at >= 0; at = line.indexOf(text(), at + width)) {
            count++;
        }
        return count;
    }
}
