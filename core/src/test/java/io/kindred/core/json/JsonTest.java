package io.kindred.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void valuesComeBackAsTheyWere() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", "a \"quoted\" ü \u0001");
        value.put("long", Long.MAX_VALUE);
        value.put("double", 0.1);
        value.put("flag", false);
        value.put("nothing", null);
        value.put("list", new ArrayList<>(List.of(1L, List.of(), Map.of())));

        assertThat(Json.parse(Json.write(value), "it")).isEqualTo(value);
        assertThat(Json.parse(Json.writeCompact(value), "it")).isEqualTo(value);
    }

    @Test
    void floatsKeepTheirShortForm() {
        assertThat(Json.writeCompact(List.of(0.05f, 1, 2.5))).isEqualTo("[0.05,1,2.5]");
    }

    @Test
    void faultsAreLocated() {
        assertThatThrownBy(() -> Json.parse("{\"a\": 1,\n \"b\": }", "manifest.json"))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("manifest.json is not valid JSON at line 2");
        assertThatThrownBy(() -> Json.parse("", "it")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Json.parse("1 2", "it")).hasMessageContaining("after the end");
        assertThatThrownBy(() -> Json.parse("{\"a\":1,\"a\":2}", "it")).hasMessageContaining("Duplicate field 'a'");
        assertThatThrownBy(() -> Json.parse("[".repeat(100) + "]".repeat(100), "it"))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("epth");
        assertThatThrownBy(() -> Json.parseObject("[]", "it")).hasMessage("it must be a JSON object");
    }

    @Test
    void numbersThatJsonCannotHoldAreRefused() {
        assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
