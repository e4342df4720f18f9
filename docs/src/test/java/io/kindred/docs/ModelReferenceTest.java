package io.kindred.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.model.ModelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelReferenceTest {
    private static final Path PAGE = Repository.ROOT.resolve("docs/models.md");

    @Test
    void thePageSaysWhatTheModelsSay() throws IOException {
        String written = ModelReference.of(ModelCatalog.load());
        if (Boolean.getBoolean("models.update")) {
            Files.writeString(PAGE, written);
        }

        assertThat(Repository.text(PAGE))
                .as("docs/models.md is not up to date; write it anew with"
                        + " ./mvnw -pl docs -am -Dtest=ModelReferenceTest -Dmodels.update=true test")
                .isEqualTo(written);
    }

    @Test
    void everyModelHasASection() {
        assertThat(ModelCatalog.load().names()).isNotEmpty().allSatisfy(name -> assertThat(Repository.text(PAGE))
                .contains("\n### " + name + "\n"));
    }
}
