package io.kindred.evaluation.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    private static Object read(String text) {
        return YamlReader.read(text, "a.yaml").plain();
    }

    @Test
    void valuesHaveTheTypesOfYaml12() {
        assertThat(read("{a: 1, b: 0.5, c: true, d: no, e: '1', f: [1, x], g: {h: null}, i: 1e-3, j: 0x10, k: .inf}"))
                .isEqualTo(java.util.stream.Stream.of(1)
                        .<Map<String, Object>>map(one -> {
                            Map<String, Object> map = new java.util.LinkedHashMap<>();
                            map.put("a", 1L);
                            map.put("b", 0.5);
                            map.put("c", true);
                            map.put("d", "no");
                            map.put("e", "1");
                            map.put("f", List.of(1L, "x"));
                            map.put("g", java.util.Collections.singletonMap("h", null));
                            map.put("i", 0.001);
                            map.put("j", 16L);
                            map.put("k", ".inf");
                            return map;
                        })
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void anAliasStandsForItsAnchor() {
        assertThat(read("a: &x {b: 1}\nc: *x")).isEqualTo(Map.of("a", Map.of("b", 1L), "c", Map.of("b", 1L)));
    }

    @Test
    void linesAreKept() {
        YamlNode.Mapping top = YamlReader.read("# first\na: 1\n\nb:\n  c: 2\n", "a.yaml");

        assertThat(top.lines()).containsExactly(Map.entry("a", 2), Map.entry("b", 4));
        assertThat(((YamlNode.Mapping) top.values().get("b")).lines()).containsExactly(Map.entry("c", 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                    | a.yaml is empty; 'kindred experiment init' writes a file to begin with
                    [1, 2]                | a.yaml line 1: an experiment file begins with keys such as 'data:', but this is a list
                    just words            | a.yaml line 1: an experiment file begins with keys such as 'data:', but this is 'just words'
                    {a: 1, a: 2}          | a.yaml line 1: the key 'a' is in line 1 already
                    {a: !!int 3}          | a.yaml line 1: tags such as '!!int' are not allowed here
                    {a: !!java.io.File x} | a.yaml line 1: tags such as '!!int' are not allowed here
                    {a: *b}               | a.yaml line 1: the alias '*b' stands for nothing
                    {[1]: 2}              | a.yaml line 1: a key must be a word
                    {a: 99999999999999999999} | a.yaml line 1: the number 99999999999999999999 is too large
                    """)
    void whatIsWrongIsSaidWithItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(KindredException.class)
                .hasMessage(message);
    }

    @Test
    void brokenYamlNamesTheLine() {
        assertThatThrownBy(() -> read("a: 1\nb: [1, 2\nc: 3\n"))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("a.yaml line 3: this is not YAML: ");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n"))
                .hasMessage("a.yaml line 2: a second document begins here; an experiment file has one");
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThatThrownBy(() -> read("a: " + "[".repeat(2000) + "]".repeat(2000)))
                .hasMessageContaining("nested deeper than 30 levels");
        assertThatThrownBy(() -> read("a: " + "x".repeat(1 << 20))).hasMessageContaining("at most 1048576");
    }

    @Test
    void aliasesOfAliasesDoNotGrow() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i <= 60; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }

        assertThat(YamlReader.read(bomb.toString(), "a.yaml").values()).hasSize(61);
    }
}
