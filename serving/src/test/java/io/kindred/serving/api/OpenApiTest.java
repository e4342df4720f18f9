package io.kindred.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.serving.ServerTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends ServerTest {
    private static final Path COMMITTED = Path.of("../docs/api/openapi.yaml");

    @Test
    void theCommittedDescriptionIsTheOneThatIsServed() throws IOException {
        String served = anyone.get("/q/openapi?format=yaml").text();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(served)
                .as("docs/api/openapi.yaml is not up to date; write it anew with"
                        + " -Dtest=OpenApiTest -Dopenapi.update=true")
                .isEqualTo(Files.readString(COMMITTED));
    }
}
