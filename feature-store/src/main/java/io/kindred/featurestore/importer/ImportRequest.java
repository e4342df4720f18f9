package io.kindred.featurestore.importer;

import io.kindred.core.data.TimeKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to import and how.
 *
 * @param sources files or folders, at least one; they share one vocabulary
 * @param format forces a format, or empty to detect it
 * @param mapping which column means what
 * @param strict whether the first rejected row fails the import
 * @param keepDuplicates whether rows that are identical to an earlier one are kept
 * @param timeKind forces what the order of rows means where there are no timestamps, or empty for the format's default
 * @param listener follows the progress
 */
public record ImportRequest(
        List<InputSource> sources,
        Optional<DataFormat> format,
        ColumnMapping mapping,
        boolean strict,
        boolean keepDuplicates,
        Optional<TimeKind> timeKind,
        ImportListener listener) {
    /** Checks the components. */
    public ImportRequest {
        sources = List.copyOf(sources);
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(timeKind, "timeKind");
        Objects.requireNonNull(listener, "listener");
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("an import needs at least one source");
        }
    }

    /** Imports one file or folder with everything detected. */
    public static ImportRequest of(Path path) {
        return of(List.of(new InputSource(path, Part.ALL)));
    }

    /** Imports a given split; {@code valid} may be null. */
    public static ImportRequest ofSplit(Path train, Path valid, Path test) {
        List<InputSource> sources = new ArrayList<>();
        sources.add(new InputSource(train, Part.TRAIN));
        if (valid != null) {
            sources.add(new InputSource(valid, Part.VALID));
        }
        sources.add(new InputSource(test, Part.TEST));
        return of(sources);
    }

    /** Imports several sources with everything detected. */
    public static ImportRequest of(List<InputSource> sources) {
        return new ImportRequest(
                sources,
                Optional.empty(),
                ColumnMapping.AUTOMATIC,
                false,
                false,
                Optional.empty(),
                ImportListener.NONE);
    }

    /** The same with a forced format. */
    public ImportRequest withFormat(DataFormat forced) {
        return new ImportRequest(sources, Optional.of(forced), mapping, strict, keepDuplicates, timeKind, listener);
    }

    /** The same with a column mapping. */
    public ImportRequest withMapping(ColumnMapping columns) {
        return new ImportRequest(sources, format, columns, strict, keepDuplicates, timeKind, listener);
    }

    /** The same, failing at the first rejected row. */
    public ImportRequest withStrict(boolean failFast) {
        return new ImportRequest(sources, format, mapping, failFast, keepDuplicates, timeKind, listener);
    }

    /** The same, keeping identical rows. */
    public ImportRequest withKeepDuplicates(boolean keep) {
        return new ImportRequest(sources, format, mapping, strict, keep, timeKind, listener);
    }

    /** The same, saying what the order of rows means where there are no timestamps. */
    public ImportRequest withTimeKind(TimeKind kind) {
        return new ImportRequest(sources, format, mapping, strict, keepDuplicates, Optional.of(kind), listener);
    }

    /** The same with a listener. */
    public ImportRequest withListener(ImportListener follower) {
        return new ImportRequest(sources, format, mapping, strict, keepDuplicates, timeKind, follower);
    }
}
