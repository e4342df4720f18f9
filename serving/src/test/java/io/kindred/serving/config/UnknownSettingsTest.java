package io.kindred.serving.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownSettingsTest {
    @Test
    void aMisspeltSettingIsReportedWithTheNearest() {
        assertThat(UnknownSettings.warnings(List.of("kindred.evnts.open", "quarkus.http.port")))
                .containsExactly(
                        "unknown setting 'kindred.evnts.open' is ignored; did you mean 'kindred.events.open'?");
    }

    @Test
    void settingsAndTheLaunchersPropertiesAreNotReported() {
        assertThat(UnknownSettings.warnings(
                        List.of("kindred.home", "kindred.security.allowed-hosts[0]", "kindred.install")))
                .isEmpty();
    }
}
