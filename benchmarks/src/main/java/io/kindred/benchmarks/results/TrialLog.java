package io.kindred.benchmarks.results;

import io.kindred.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finished trials in a file, a JSON object a line, so that a search that is broken off goes on where it was. Not thread-safe.
 */
final class TrialLog {
    private final Path file;
    private final List<Trial> trials = new ArrayList<>();

    private TrialLog(Path file) {
        this.file = file;
    }

    /** The trials in a file, which need not exist; a last line that was cut off is left out. */
    static TrialLog open(Path file) throws IOException {
        TrialLog log = new TrialLog(file);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            String text = Files.readString(file);
            int end = text.lastIndexOf('\n') + 1;
            for (String line : text.substring(0, end).lines().toList()) {
                log.trials.add(Trial.of(Json.parseObject(line, file.toString())));
            }
            if (end < text.length()) {
                Files.writeString(file, text.substring(0, end));
            }
        }
        return log;
    }

    Optional<Trial> find(String model, Map<String, Object> setting, long seed, String split) {
        return trials.stream().filter(t -> t.is(model, setting, seed, split)).findFirst();
    }

    /** The trials on given data, in the order they were run. */
    List<Trial> on(Set<String> splits) {
        return trials.stream().filter(t -> splits.contains(t.split())).toList();
    }

    void add(Trial trial) throws IOException {
        trials.add(trial);
        Files.writeString(
                file, Json.writeCompact(trial.toMap()) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
