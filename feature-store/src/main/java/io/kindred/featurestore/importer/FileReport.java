package io.kindred.featurestore.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened to the rows of one file. {@code rows = accepted + duplicates + rejectedRows()} always holds.
 *
 * @param file name of the file
 * @param content what was read from it, for instance {@code events} or {@code item features}
 * @param part the part of a given split its events belong to
 * @param lines lines of text read, header and blank lines included; 0 for JSON objects, which have no lines
 * @param rows data rows; in sequence formats every item of a line counts as one row
 * @param accepted rows handed on
 * @param duplicates rows left out because an identical row came before
 * @param rejected rows left out because they are wrong, by reason
 * @param examples the first rejected rows of each reason
 * @param unknownColumns columns that were not imported
 * @param notes anything else worth knowing, for instance how times were read
 */
public record FileReport(
        String file,
        String content,
        Part part,
        long lines,
        long rows,
        long accepted,
        long duplicates,
        Map<RejectReason, Long> rejected,
        List<OffendingLine> examples,
        List<String> unknownColumns,
        List<String> notes) {
    /** Copies the collections. */
    public FileReport {
        EnumMap<RejectReason, Long> copy = new EnumMap<>(RejectReason.class);
        copy.putAll(rejected);
        rejected = Collections.unmodifiableMap(copy);
        examples = List.copyOf(examples);
        unknownColumns = List.copyOf(unknownColumns);
        notes = List.copyOf(notes);
    }

    /** The report as values for a JSON document. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", file);
        map.put("content", content);
        map.put("part", part.label());
        map.put("lines", lines);
        map.put("rows", rows);
        map.put("accepted", accepted);
        map.put("duplicates", duplicates);
        Map<String, Object> reasons = new LinkedHashMap<>();
        rejected.forEach((reason, count) -> reasons.put(reason.label(), count));
        map.put("rejected", reasons);
        List<Object> lineMaps = new ArrayList<>();
        for (OffendingLine line : examples) {
            Map<String, Object> lineMap = new LinkedHashMap<>();
            lineMap.put("line", line.line());
            lineMap.put("message", line.message());
            lineMap.put("text", line.text());
            lineMaps.add(lineMap);
        }
        map.put("examples", lineMaps);
        map.put("unknownColumns", unknownColumns);
        map.put("notes", notes);
        return map;
    }

    /** Rows rejected for any reason. */
    public long rejectedRows() {
        long sum = 0;
        for (long count : rejected.values()) {
            sum += count;
        }
        return sum;
    }
}
