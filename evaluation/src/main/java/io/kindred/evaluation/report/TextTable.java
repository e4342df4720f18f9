package io.kindred.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** Lines up cells in columns: the first two to the left, numbers to the right. Not thread-safe. */
final class TextTable {
    private static final int LEFT_ALIGNED = 2;

    private final List<List<String>> rows = new ArrayList<>();

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                String fill = " ".repeat(widths[c] - row.get(c).length());
                line.append(c == 0 ? "" : "  ");
                line.append(c < LEFT_ALIGNED ? row.get(c) + fill : fill + row.get(c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
