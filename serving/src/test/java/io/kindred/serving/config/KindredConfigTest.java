package io.kindred.serving.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindredConfigTest {
    @Test
    void theDefaultsAreThese() {
        KindredConfig config = config(Map.of("user.home", "/home/someone"));

        assertThat(values(config))
                .containsExactlyEntriesOf(map(
                        "home",
                        Path.of("/home/someone/.kindred"),
                        "jdbc.url",
                        Optional.empty(),
                        "jdbc.user",
                        "kindred",
                        "jdbc.password",
                        Optional.empty(),
                        "artifacts.root",
                        Optional.empty(),
                        "artifacts.max-upload-bytes",
                        2_147_483_648L,
                        "artifacts.max-upload-files",
                        64,
                        "models.max-open",
                        4,
                        "events.open",
                        false,
                        "events.recent-per-user",
                        200,
                        "limits.max-body-bytes",
                        1_048_576L,
                        "security.allowed-hosts",
                        Optional.empty()));
    }

    @Test
    void everyPropertyIsMapped() {
        Map<String, Object> given = map(
                "home",
                Path.of("/data/kindred"),
                "jdbc.url",
                Optional.of("jdbc:postgresql://db/kindred"),
                "jdbc.user",
                "someone",
                "jdbc.password",
                Optional.of("secret"),
                "artifacts.root",
                Optional.of(Path.of("/data/artifacts")),
                "artifacts.max-upload-bytes",
                1000L,
                "artifacts.max-upload-files",
                10,
                "models.max-open",
                7,
                "events.open",
                true,
                "events.recent-per-user",
                20,
                "limits.max-body-bytes",
                4096L,
                "security.allowed-hosts",
                Optional.of(List.of("a.example", "b.example")));
        Map<String, String> properties = new LinkedHashMap<>(Map.of("user.home", "/home/someone"));
        given.forEach((name, value) -> properties.put("kindred." + name, text(value)));

        assertThat(values(config(properties))).containsExactlyEntriesOf(given);
    }

    private static Map<String, Object> values(KindredConfig config) {
        return map(
                "home", config.home(),
                "jdbc.url", config.jdbc().url(),
                "jdbc.user", config.jdbc().user(),
                "jdbc.password", config.jdbc().password(),
                "artifacts.root", config.artifacts().root(),
                "artifacts.max-upload-bytes", config.artifacts().maxUploadBytes(),
                "artifacts.max-upload-files", config.artifacts().maxUploadFiles(),
                "models.max-open", config.models().maxOpen(),
                "events.open", config.events().open(),
                "events.recent-per-user", config.events().recentPerUser(),
                "limits.max-body-bytes", config.limits().maxBodyBytes(),
                "security.allowed-hosts", config.security().allowedHosts());
    }

    /** A mapping without validation: strict about names, so a property that is not mapped fails. */
    private static KindredConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withDefaultValues(properties)
                .withMapping(KindredConfig.class)
                .build()
                .getConfigMapping(KindredConfig.class);
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> optional -> text(optional.orElseThrow());
            case List<?> list ->
                String.join(",", list.stream().map(Object::toString).toList());
            default -> value.toString();
        };
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
