package io.kindred.evaluation.html;

import java.util.List;

/** Tells the series of a chart apart by colour, line and mark, so that twenty of them differ, also without colours. */
final class Tone {
    private static final int COLOURS = 8;
    private static final List<String> LINES = List.of("solid", "dashed", "dotted");
    private static final List<String> MARKS =
            List.of("circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "pin");

    private Tone() {}

    static String colour(int tone) {
        return tone < 0 ? "var(--ink-3)" : "var(--s" + tone % COLOURS + ")";
    }

    static String line(int tone) {
        return tone < 0 ? "dashed" : LINES.get(tone / COLOURS % LINES.size());
    }

    static String mark(int tone) {
        return MARKS.get(Math.max(0, tone) % MARKS.size());
    }
}
