package io.kindred.evaluation.report;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A report on disk: a folder with {@value #REPORT} and, behind its figures, {@value #PER_USER}. The report is written last and
 * under a temporary name first, so a folder that has one is whole. Stateless and thread-safe.
 */
public final class SavedReport {
    /** The report as JSON. */
    public static final String REPORT = "report.json";

    /** The per-user values, see {@link PerUserFile}. */
    public static final String PER_USER = "per_user.arrow";

    private SavedReport() {}

    /** Whether a folder has a whole report. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(REPORT));
    }

    /**
     * Reads a report back.
     *
     * @throws KindredException if it is damaged
     */
    public static EvaluationReport read(Path folder) throws IOException {
        return ReportReader.read(folder.resolve(REPORT));
    }

    /**
     * Writes a report into a folder, which is created where it does not exist.
     *
     * @throws KindredException if the folder has a report already
     * @throws IOException if writing fails; no report is there then
     */
    public static void write(Path folder, EvaluationReport report, PerUserValues values) throws IOException {
        Path target = folder.resolve(REPORT);
        if (Files.exists(target)) {
            throw new KindredException(folder + " has a report already; choose another folder");
        }
        Files.createDirectories(folder);
        Path perUser = folder.resolve(PER_USER);
        // What a broken-off attempt left behind belongs to no report.
        Files.deleteIfExists(perUser);
        Map<String, String> metadata = Map.of(
                "kindred.model", report.model(),
                "kindred.protocol", report.protocol(),
                "kindred.protocol.hash", report.protocolHash());
        PerUserFile.write(perUser, values, metadata);
        Path unfinished = folder.resolve(REPORT + ".tmp");
        try {
            Files.writeString(unfinished, report.toJson() + "\n");
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
