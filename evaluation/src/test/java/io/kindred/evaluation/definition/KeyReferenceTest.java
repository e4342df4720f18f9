package io.kindred.evaluation.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KeyReferenceTest {
    private static final String BEGIN = "<!-- keys: written by the program -->\n";
    private static final String END = "<!-- end of keys -->\n";

    @Test
    void theGuideHasEveryKeyAsTheProgramSaysIt() throws IOException {
        Path page = page();
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("keys.update")) {
            Files.writeString(page, text.substring(0, from) + KeyReference.markdown() + "\n" + text.substring(to));
            return;
        }

        assertThat(text.substring(from, to))
                .as("docs/experiments.md is not up to date; write it anew with ./mvnw -pl evaluation -am"
                        + " -Dtest=KeyReferenceTest -Dkeys.update=true -Dsurefire.failIfNoSpecifiedTests=false test")
                .isEqualTo(KeyReference.markdown() + "\n");
    }

    @Test
    void theCompleteFileInTheGuideIsRead() throws IOException {
        String text = Files.readString(page());
        int from = text.indexOf("```yaml\n# complete") + "```yaml\n".length();
        String file = text.substring(from, text.indexOf("```", from));

        ExperimentFile read = ExperimentFile.parse(file, "complete.yaml");

        assertThat(read.models()).isNotEmpty();
        for (var component : RecordBinder.keys(ExperimentFile.class)) {
            assertThat(file).contains("\n" + component.getName() + ":");
        }
    }

    /** The guide, from wherever the tests run. */
    private static Path page() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path page = at.resolve("docs").resolve("experiments.md");
            if (Files.exists(page)) {
                return page;
            }
        }
        throw new AssertionError("docs/experiments.md is not found");
    }
}
