package io.kindred.featurestore.importer;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what a file holds, from its name and its first lines. */
final class FileClassifier {
    private static final List<String> NOT_DATA =
            List.of("md", "html", "pdf", "py", "sh", "jpg", "jpeg", "png", "gif", "log", "lock");

    private final Optional<DataFormat> forced;
    private final DelimitedClassifier delimited;
    private final JsonClassifier json;

    FileClassifier(Optional<DataFormat> forced, ColumnMapping mapping) {
        this.forced = forced;
        this.delimited = new DelimitedClassifier(mapping);
        this.json = new JsonClassifier(mapping);
    }

    /**
     * Classifies a file.
     *
     * @param alone whether the user named this very file, so that its name alone is no reason to leave it out
     */
    FileContent classify(DataFile file, boolean alone) throws IOException {
        if (!alone && isNotData(file)) {
            return new FileContent.Ignored("not data");
        }
        FileSample sample = FileSample.of(file);
        if (sample.isEmpty()) {
            return new FileContent.Unknown("is empty");
        }
        String binary = sample.binaryKind();
        if (binary != null) {
            return new FileContent.Unknown("is " + binary);
        }
        if (forced.isPresent() && alone) {
            return forced(sample, forced.get());
        }
        FileContent detected = detect(sample);
        boolean open = detected instanceof FileContent.Events || detected instanceof FileContent.Unknown;
        return forced.isPresent() && open ? forced(sample, forced.get()) : detected;
    }

    private static boolean isNotData(DataFile file) {
        String name = file.plainName();
        return name.startsWith(".")
                || name.startsWith("_")
                || name.startsWith("readme")
                || name.startsWith("license")
                || NOT_DATA.contains(file.extension());
    }

    private FileContent detect(FileSample sample) {
        FileContent recbole = delimited.recbole(sample);
        if (recbole != null) {
            return recbole;
        }
        FileContent movieLens = delimited.movieLens100k(sample);
        if (movieLens != null) {
            return movieLens;
        }
        FileContent dat = delimited.movieLensDat(sample);
        if (dat != null) {
            return dat;
        }
        if (sample.firstVisible() == '{' || sample.firstVisible() == '[') {
            return json.classify(sample);
        }
        FileContent any = delimited.any(sample);
        if (any != null && !(any instanceof FileContent.Unknown)) {
            return any;
        }
        DataFormat sequences = sequences(sample);
        if (sequences != null) {
            return new FileContent.SequenceEvents(sequences, sequenceReason(sequences));
        }
        return any != null
                ? any
                : new FileContent.Unknown("not recognised; its first line is: " + DisplayText.of(sample.firstLine()));
    }

    private FileContent forced(FileSample sample, DataFormat format) {
        String why = "as asked";
        FileContent content =
                switch (format) {
                    case USER_SEQUENCES, SESSIONS, JSON_SEQUENCES -> new FileContent.SequenceEvents(format, why);
                    case RECBOLE -> delimited.recbole(sample);
                    case MOVIELENS_100K -> delimited.movieLens100k(sample);
                    case MOVIELENS_DAT -> delimited.movieLensDat(sample);
                    case MOVIELENS_CSV, FRAPPE, DELIMITED -> delimited.any(sample);
                    case JSON_LINES -> json.classify(sample);
                };
        boolean other = content instanceof FileContent.Events events
                && events.format() != format
                && !(isDelimited(events.format()) && isDelimited(format));
        if (content == null || other) {
            return new FileContent.Unknown(
                    "is not " + format.label() + "; its first line is: " + DisplayText.of(sample.firstLine()));
        }
        return content;
    }

    private static boolean isDelimited(DataFormat format) {
        return format == DataFormat.DELIMITED || format == DataFormat.MOVIELENS_CSV || format == DataFormat.FRAPPE;
    }

    private static String sequenceReason(DataFormat format) {
        return format == DataFormat.SESSIONS
                ? "lines of numbers whose first numbers repeat, or a name with 'session'"
                : "lines of numbers whose first numbers are all different and so name the user";
    }

    /** Sequence text, or null: lines of whole numbers separated by blanks, not all of the same length one. */
    private static DataFormat sequences(FileSample sample) {
        Set<String> first = new HashSet<>();
        long tokens = 0;
        long numbers = 0;
        int lines = 0;
        int longer = 0;
        for (String line : sample.lines()) {
            String[] parts = line.strip().split("[ \t]+", -1);
            if (parts[0].isEmpty()) {
                continue;
            }
            lines++;
            longer += parts.length > 1 ? 1 : 0;
            first.add(parts[0]);
            for (String part : parts) {
                tokens++;
                numbers += isWholeNumber(part) ? 1 : 0;
            }
        }
        if (longer == 0 || numbers * 20 < tokens * 19) {
            return null;
        }
        boolean session = sample.nameContains("session") || first.size() < lines;
        return session ? DataFormat.SESSIONS : DataFormat.USER_SEQUENCES;
    }

    private static boolean isWholeNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
