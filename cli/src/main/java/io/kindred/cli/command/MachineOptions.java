package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How much of the machine experiments use; it changes no figure of a deterministic model. */
public final class MachineOptions {
    private static final int MAX_THREADS = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use together (default: one per processor).")
    private Integer threads;

    @Option(
            names = "--device",
            defaultValue = "cpu",
            paramLabel = "NAME",
            description = "Where networks run: cpu or gpu:0 and so on (default: ${DEFAULT-VALUE}).")
    private String device;

    String device() {
        return device;
    }

    OptionalInt threads() {
        return count("--threads", threads);
    }

    /** A number of threads or models. */
    static OptionalInt count(String option, Integer given) {
        if (given == null) {
            return OptionalInt.empty();
        }
        if (given < 1 || given > MAX_THREADS) {
            throw new UsageException(option + " is " + given + " but must be from 1 to " + MAX_THREADS);
        }
        return OptionalInt.of(given);
    }
}
