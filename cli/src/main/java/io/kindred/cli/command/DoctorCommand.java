package io.kindred.cli.command;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred doctor}: whether this machine has what Kindred needs. Exits 1 if something essential is missing. */
@Command(
        name = "doctor",
        description = "Checks whether this machine has what Kindred needs.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1L << 20;
    private static final long LITTLE_SPACE = 1024 * MEBIBYTE;
    private static final int JAVA = 25;

    @Mixin
    private OutputOption output;

    private enum Verdict {
        OK,
        WARNING,
        FAILED
    }

    private record Finding(String what, Verdict verdict, String detail) {}

    @Override
    public Integer call() {
        Console console = output.console();
        KindredHome home = KindredHome.ofEnvironment();
        List<Finding> findings = List.of(jdk(), simd(), memory(), writable(home), space(home), models(), server());
        List<Object> checks = new ArrayList<>();
        boolean failed = false;
        for (Finding finding : findings) {
            String verdict = finding.verdict().name().toLowerCase(java.util.Locale.ROOT);
            console.print(String.format("%-8s %-14s %s", verdict, finding.what(), finding.detail()));
            Map<String, Object> check = new LinkedHashMap<>();
            check.put("check", finding.what());
            check.put("verdict", verdict);
            check.put("detail", finding.detail());
            checks.add(check);
            failed |= finding.verdict() == Verdict.FAILED;
        }
        console.document(Map.of("healthy", !failed, "checks", checks));
        return failed ? 1 : 0;
    }

    private static Finding jdk() {
        Runtime.Version version = Runtime.version();
        return new Finding(
                "jdk",
                version.feature() >= JAVA ? Verdict.OK : Verdict.FAILED,
                version + " in " + System.getProperty("java.home"));
    }

    private static Finding simd() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return present
                ? new Finding("simd", Verdict.OK, "vector instructions are used")
                : new Finding(
                        "simd",
                        Verdict.WARNING,
                        "the vector module is missing: same answers, slower; start through ./kindred");
    }

    private static Finding memory() {
        Runtime runtime = Runtime.getRuntime();
        return new Finding(
                "memory",
                Verdict.OK,
                runtime.maxMemory() / MEBIBYTE + " MiB of heap at most, " + runtime.availableProcessors()
                        + " processors");
    }

    private static Finding writable(KindredHome home) {
        try {
            Files.createDirectories(home.root());
            Files.delete(Files.createTempFile(home.root(), "doctor", ".tmp"));
            return new Finding("home", Verdict.OK, home.root() + " can be written");
        } catch (IOException e) {
            return new Finding(
                    "home",
                    Verdict.FAILED,
                    home.root() + " cannot be written (" + e.getMessage() + "); set KINDRED_HOME to a folder that can");
        }
    }

    private static Finding space(KindredHome home) {
        try {
            Path existing = home.root();
            while (existing != null && !Files.exists(existing)) {
                existing = existing.getParent();
            }
            long free = Files.getFileStore(existing == null ? Path.of(".") : existing)
                    .getUsableSpace();
            return new Finding(
                    "disk",
                    free < LITTLE_SPACE ? Verdict.WARNING : Verdict.OK,
                    free / MEBIBYTE + " MiB free for " + home.root());
        } catch (IOException e) {
            return new Finding("disk", Verdict.WARNING, "the free space is unknown: " + e.getMessage());
        }
    }

    private static Finding models() {
        try {
            List<String> names = ModelCatalog.load().names();
            return new Finding(
                    "models",
                    names.isEmpty() ? Verdict.FAILED : Verdict.OK,
                    names.size() + ": " + String.join(", ", names));
        } catch (KindredException e) {
            return new Finding("models", Verdict.FAILED, e.getMessage());
        }
    }

    private static Finding server() {
        String install = System.getProperty("kindred.install");
        Path jar = Path.of(install == null ? "." : install, "serving", "target", "quarkus-app", "quarkus-run.jar");
        return Files.isRegularFile(jar)
                ? new Finding("server", Verdict.OK, "built")
                : new Finding("server", Verdict.WARNING, "not built; ./kindred builds it");
    }
}
