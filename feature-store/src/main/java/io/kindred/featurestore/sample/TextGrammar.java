package io.kindred.featurestore.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A context-free grammar with sections, which writes sentences by replacing symbols at random. The format is
 * explained at the top of {@code film-text.txt}. Immutable and thread-safe.
 */
final class TextGrammar {
    private static final int MAX_DEPTH = 12;

    private final Map<String, List<String>> rules;

    private TextGrammar(Map<String, List<String>> rules) {
        this.rules = rules;
    }

    /** Reads a grammar. Throws IllegalArgumentException, naming the line, when it is malformed. */
    static TextGrammar parse(List<String> lines) {
        Map<String, List<String>> rules = new HashMap<>();
        String section = "";
        List<String> current = List.of();
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                addAlternatives(current, text);
            } else if (text.startsWith("[") && text.endsWith("]")) {
                section = text.substring(1, text.length() - 1);
            } else {
                int colon = text.indexOf(':');
                if (colon <= 0 || section.isEmpty()) {
                    throw new IllegalArgumentException("not a rule of a text grammar: '" + line + "'");
                }
                current = new ArrayList<>();
                rules.put(key(section, text.substring(0, colon)), current);
                addAlternatives(current, text.substring(colon + 1));
            }
        }
        return new TextGrammar(rules);
    }

    private static void addAlternatives(List<String> alternatives, String text) {
        for (String part : text.split("\\|", -1)) {
            if (!part.isBlank()) {
                alternatives.add(part.strip());
            }
        }
    }

    private static String key(String section, String symbol) {
        return section + '.' + symbol;
    }

    /**
     * Writes a random text.
     *
     * @param symbol where to start
     * @param sections where symbols are looked up, the first match wins
     * @param bound symbols with one fixed text, looked up before the sections
     */
    String write(String symbol, List<String> sections, Map<String, String> bound, SampleRandom random) {
        return expand(symbol, sections, bound, random, 0);
    }

    private String expand(
            String symbol, List<String> sections, Map<String, String> bound, SampleRandom random, int depth) {
        String fixed = bound.get(symbol);
        if (fixed != null) {
            return fixed;
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("the text grammar runs in circles at '" + symbol + "'");
        }
        String pattern = random.pick(alternatives(symbol, sections));
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            out.append(pattern, from, open);
            String reference = pattern.substring(open + 1, close);
            String name = reference.substring(reference.indexOf(' ') + 1);
            String text = expand(name, sections, bound, random, depth + 1);
            if (reference.startsWith("a ")) {
                out.append(EnglishWords.withArticle(text));
            } else if (reference.startsWith("s ")) {
                out.append(EnglishWords.plural(text));
            } else {
                out.append(text);
            }
            from = close + 1;
        }
        return out.append(pattern, from, pattern.length()).toString();
    }

    private List<String> alternatives(String symbol, List<String> sections) {
        for (String section : sections) {
            List<String> found = rules.get(key(section, symbol));
            if (found != null) {
                return found;
            }
        }
        throw new IllegalArgumentException("the text grammar has no symbol '" + symbol + "' in " + sections);
    }
}
