package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class KindredTest {

    @Test
    void versionIsTheOneOfTheBuild() {
        StringWriter out = new StringWriter();

        int exit = new CommandLine(new Kindred()).setOut(new PrintWriter(out)).execute("--version");

        assertThat(exit).isZero();
        assertThat(out.toString()).matches("Kindred \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        StringWriter err = new StringWriter();

        int exit = new CommandLine(new Kindred()).setErr(new PrintWriter(err)).execute("--nonsense");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--nonsense");
    }
}
