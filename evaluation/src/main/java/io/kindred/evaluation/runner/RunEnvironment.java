package io.kindred.evaluation.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine and the program of a run, in words. Stateless. */
final class RunEnvironment {
    private static final long MEBIBYTE = 1 << 20;

    private RunEnvironment() {}

    static Map<String, Object> describe(Capacity capacity) {
        Map<String, Object> facts = new LinkedHashMap<>();
        String version = RunEnvironment.class.getPackage().getImplementationVersion();
        facts.put("kindred", version == null ? "development" : version);
        facts.put("jdk", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("architecture", System.getProperty("os.arch"));
        processor().ifPresent(name -> facts.put("processor", name));
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("heapMiB", Runtime.getRuntime().maxMemory() / MEBIBYTE);
        facts.put("threads", capacity.threads());
        facts.put("modelsAtOnce", capacity.atOnce());
        facts.put("threadsPerModel", capacity.threadsPerModel());
        facts.put("simd", ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "vector module" : "none");
        return facts;
    }

    /** Where the system says it. */
    private static Optional<String> processor() {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
