package io.kindred.serving.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostNamesTest {
    @Test
    void onTheLoopbackAddressOnlyItsNamesAreAllowed() {
        HostNames names = HostNames.of("127.0.0.1", Optional.empty());

        assertThat(names.allows("localhost:8080")).isTrue();
        assertThat(names.allows("127.0.0.1")).isTrue();
        assertThat(names.allows("[::1]:8080")).isTrue();
        assertThat(names.allows("example.org:8080")).isFalse();
        assertThat(names.allows(null)).isFalse();
    }

    @Test
    void onAnotherAddressEveryNameIsAllowedUnlessSomeAreConfigured() {
        assertThat(HostNames.of("0.0.0.0", Optional.empty()).allows("example.org"))
                .isTrue();

        HostNames configured = HostNames.of("0.0.0.0", Optional.of(List.of("Films.example.org")));
        assertThat(configured.allows("films.example.org:443")).isTrue();
        assertThat(configured.allows("localhost")).isTrue();
        assertThat(configured.allows("example.org")).isFalse();
    }
}
