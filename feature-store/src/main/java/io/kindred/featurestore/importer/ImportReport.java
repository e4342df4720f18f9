package io.kindred.featurestore.importer;

import io.kindred.core.data.TimeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an import saw and did, file by file.
 *
 * @param format the format of the events
 * @param decision why this format, in words
 * @param timeKind what the times of the events mean
 * @param files one report for each file read, in the order of reading
 * @param ignored files of the folder that were not read, each with the reason
 * @param notes anything else worth knowing
 */
public record ImportReport(
        DataFormat format,
        String decision,
        TimeKind timeKind,
        List<FileReport> files,
        List<String> ignored,
        List<String> notes) {
    /** Copies the lists. */
    public ImportReport {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
        notes = List.copyOf(notes);
    }

    /** Rows read from all files. */
    public long rows() {
        return files.stream().mapToLong(FileReport::rows).sum();
    }

    /** Rows accepted from all files. */
    public long accepted() {
        return files.stream().mapToLong(FileReport::accepted).sum();
    }

    /** Rows that were identical to an earlier one. */
    public long duplicates() {
        return files.stream().mapToLong(FileReport::duplicates).sum();
    }

    /** Rows rejected from all files. */
    public long rejected() {
        return files.stream().mapToLong(FileReport::rejectedRows).sum();
    }

    /** The whole report as lines of plain text, ready to print. */
    public List<String> lines() {
        List<String> out = new ArrayList<>();
        out.add("format: " + decision);
        out.add("time:   " + timeText());
        for (FileReport file : files) {
            out.add(summary(file));
            for (Map.Entry<RejectReason, Long> entry : file.rejected().entrySet()) {
                out.add("    rejected: " + count(entry.getValue()) + " "
                        + entry.getKey().label());
            }
            for (OffendingLine line : file.examples()) {
                out.add("    line " + line.line() + ": " + line.message() + ": " + line.text());
            }
            if (!file.unknownColumns().isEmpty()) {
                out.add("    columns not imported: " + DisplayText.of(String.join(", ", file.unknownColumns())));
            }
            for (String note : file.notes()) {
                out.add("    note: " + note);
            }
        }
        for (String file : ignored) {
            out.add("ignored: " + file);
        }
        for (String note : notes) {
            out.add("note: " + note);
        }
        return out;
    }

    /** The whole report as values for a JSON document. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", format.id());
        map.put("decision", decision);
        map.put("time", timeKind.name().toLowerCase(Locale.ROOT));
        map.put("rows", rows());
        map.put("accepted", accepted());
        map.put("duplicates", duplicates());
        map.put("rejected", rejected());
        List<Object> fileMaps = new ArrayList<>();
        for (FileReport file : files) {
            fileMaps.add(file.toMap());
        }
        map.put("files", fileMaps);
        map.put("ignored", ignored);
        map.put("notes", notes);
        return map;
    }

    private String timeText() {
        return switch (timeKind) {
            case TIMESTAMP -> "timestamps";
            case ORDER -> "order only";
            case NONE -> "none, not even an order";
        };
    }

    private static String summary(FileReport file) {
        StringBuilder out = new StringBuilder(file.file()).append(" (").append(file.content());
        if (file.part() != Part.ALL) {
            out.append(", ").append(file.part().label());
        }
        out.append("): ").append(count(file.rows())).append(" rows, ");
        out.append(count(file.accepted())).append(" accepted");
        if (file.duplicates() > 0) {
            out.append(", ").append(count(file.duplicates())).append(" duplicates");
        }
        if (file.rejectedRows() > 0) {
            out.append(", ").append(count(file.rejectedRows())).append(" rejected");
        }
        return out.toString();
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
