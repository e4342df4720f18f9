package io.kindred.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Property
    void everyIdGetsItsPlaceAndComesBack(@ForAll @Size(max = 300) List<@NotEmpty @StringLength(max = 20) String> ids) {
        Vocabulary.Builder builder = Vocabulary.builder();
        ids.forEach(builder::add);
        Vocabulary vocabulary = builder.build();

        // Lone surrogates have no UTF-8 form of their own: Java encodes each as "?", so they are one id.
        Set<String> distinct = new LinkedHashSet<>();
        ids.forEach(id -> distinct.add(new String(
                id.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(vocabulary.ids()).containsExactlyElementsOf(distinct);
        for (int i = 0; i < vocabulary.size(); i++) {
            assertThat(vocabulary.indexOf(vocabulary.idOf(i))).isEqualTo(i);
        }
    }

    @Property
    void extendingNeverRenumbers(
            @ForAll @Size(max = 60) Set<@NotEmpty @StringLength(max = 9) String> first,
            @ForAll @Size(max = 60) Set<@NotEmpty @StringLength(max = 9) String> second) {
        Vocabulary.Builder builder = Vocabulary.builder();
        first.forEach(builder::add);
        Vocabulary base = builder.build();

        Vocabulary.Builder more = base.extend();
        second.forEach(more::add);
        Vocabulary extended = more.build();

        assertThat(extended.ids().subList(0, base.size())).containsExactlyElementsOf(base.ids());
        assertThat(base.mapTo(extended))
                .isEqualTo(java.util.stream.IntStream.range(0, base.size()).toArray());
    }

    @Test
    void unknownIdsHaveNoIndex() {
        assertThat(Vocabulary.of(List.of("a", "b")).indexOf("c")).isEqualTo(-1);
        assertThat(Vocabulary.empty().indexOf("")).isEqualTo(-1);
    }

    @Test
    void theFingerprintDependsOnTheOrderAndTheBordersOfIds() {
        String fingerprint = Vocabulary.of(List.of("ab", "c")).fingerprint();

        assertThat(Vocabulary.of(List.of("ab", "c")).fingerprint()).isEqualTo(fingerprint);
        assertThat(Vocabulary.of(List.of("c", "ab")).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(Vocabulary.of(List.of("a", "bc")).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void mixingTwoVocabulariesFailsUnlessMapped() {
        Vocabulary one = Vocabulary.of(List.of("a", "b"));
        Vocabulary other = Vocabulary.of(List.of("b", "x"));

        assertThatThrownBy(() -> one.requireSame(other, "the report and the model"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("the report and the model")
                .hasMessageContaining("Vocabulary.mapTo");
        assertThat(one.mapTo(other)).containsExactly(-1, 0);
    }

    @Test
    void badIdsAreNamed() {
        assertThatThrownBy(() -> Vocabulary.of(List.of("a", "a"))).hasMessageContaining("'a' occurs twice");
        assertThatThrownBy(() -> Vocabulary.builder().add("")).hasMessageContaining("must not be empty");
        assertThatThrownBy(() -> Vocabulary.builder().add("x".repeat(1025)))
                .hasMessageContaining("1025 bytes")
                .hasMessageContaining("1024");
    }

    @Test
    void aMillionNumericIdsAreFound() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            ids.add(Integer.toString(i));
        }
        Vocabulary vocabulary = Vocabulary.of(ids);

        assertThat(vocabulary.indexOf("999999")).isEqualTo(999_999);
        assertThat(vocabulary.indexOf("1000000")).isEqualTo(-1);
    }

    @Test
    void anExtensionStartsWithWhatItExtends() {
        Vocabulary base = Vocabulary.of(List.of("ab", "c"));
        Vocabulary.Builder builder = base.extend();
        builder.add("d");

        assertThat(builder.build().startsWith(base)).isTrue();
        assertThat(base.startsWith(base)).isTrue();
        assertThat(base.startsWith(Vocabulary.empty())).isTrue();
        assertThat(base.startsWith(builder.build())).isFalse();
        assertThat(Vocabulary.of(List.of("a", "bc", "d")).startsWith(base)).isFalse();
        assertThat(Vocabulary.of(List.of("ab", "x")).startsWith(base)).isFalse();
    }
}
