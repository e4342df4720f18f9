package io.kindred.cli;

import io.kindred.core.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * One run of the command line inside the test's JVM.
 *
 * @param exit its exit code
 * @param out standard output
 * @param err standard error
 */
record CliRun(int exit, String out, String err) {
    /** Runs a command with a Kindred home of its own. */
    static CliRun in(Path home, String... args) {
        String before = System.getProperty("kindred.home");
        System.setProperty("kindred.home", home.toString());
        try {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exit = Kindred.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                    .execute(args);
            return new CliRun(exit, out.toString(), err.toString());
        } finally {
            if (before == null) {
                System.clearProperty("kindred.home");
            } else {
                System.setProperty("kindred.home", before);
            }
        }
    }

    /** Standard output as exactly one JSON object. */
    Map<String, Object> json() {
        return Json.parseObject(out, "standard output");
    }
}
