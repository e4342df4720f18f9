package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TextGrammarTest {
    private static final TextGrammar GRAMMAR = TextGrammar.parse(List.of(
            "# a comment",
            "",
            "[any]",
            "start: {a thing} and two {s thing}",
            "thing: egg",
            "choice: one | two",
            "  | three",
            "loop: {loop}",
            "[special]",
            "thing: fox"));

    private static String write(String symbol, List<String> sections, Map<String, String> bound) {
        return GRAMMAR.write(symbol, sections, bound, new SampleRandom(1));
    }

    @Test
    void replacesSymbolsWithArticleAndPlural() {
        assertThat(write("start", List.of("any"), Map.of())).isEqualTo("an egg and two eggs");
    }

    @Test
    void earlierSectionsWin() {
        assertThat(write("start", List.of("special", "any"), Map.of())).isEqualTo("a fox and two foxes");
    }

    @Test
    void boundSymbolsWinOverSections() {
        assertThat(write("start", List.of("any"), Map.of("thing", "key"))).isEqualTo("a key and two keys");
    }

    @Test
    void reachesAlternativesOnContinuedLines() {
        SampleRandom random = new SampleRandom(3);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            seen.add(GRAMMAR.write("choice", List.of("any"), Map.of(), random));
        }

        assertThat(seen).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void namesAnUnknownSymbol() {
        assertThatThrownBy(() -> write("nothing", List.of("any"), Map.of()))
                .hasMessage("the text grammar has no symbol 'nothing' in [any]");
    }

    @Test
    void stopsWhenRulesRunInCircles() {
        assertThatThrownBy(() -> write("loop", List.of("any"), Map.of())).hasMessageContaining("in circles at 'loop'");
    }

    @Test
    void namesALineThatIsNoRule() {
        assertThatThrownBy(() -> TextGrammar.parse(List.of("[any]", "no colon here")))
                .hasMessage("not a rule of a text grammar: 'no colon here'");
    }
}
