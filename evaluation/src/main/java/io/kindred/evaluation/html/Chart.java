package io.kindred.evaluation.html;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A drawing of a page with the figures behind it as a table. Made by the plots of this package, or from an ECharts option of
 * one's own. Immutable.
 *
 * <p>The option is JSON. Colours may be written {@code var(--name)} with a custom property of the page's style sheet, so that
 * they follow light, dark and print; the keys {@code formatter} and {@code renderItem} take {@code @name} for a function of
 * the page's script. Fonts, axis colours, grid and tooltips are set by the page.
 *
 * @param title a few words
 * @param about what is drawn and how to read it, in a sentence or two
 * @param option what ECharts draws
 * @param height in CSS pixels
 * @param wide whether it needs the page's whole width
 * @param data the same figures in a table
 */
public record Chart(String title, String about, Map<String, Object> option, int height, boolean wide, HtmlTable data) {
    public Chart {
        option = Collections.unmodifiableMap(new LinkedHashMap<>(option));
    }

    /** The chart across the whole page. */
    public Chart widened() {
        return new Chart(title, about, option, height, true, data);
    }
}
