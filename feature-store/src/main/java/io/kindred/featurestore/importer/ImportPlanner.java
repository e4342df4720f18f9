package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which files of a request are read, in which order and as what. */
final class ImportPlanner {
    private static final int SHOWN_FILES = 8;

    private final ImportRequest request;
    private final FileClassifier classifier;
    private final List<PlannedFile> events = new ArrayList<>();
    private final List<PlannedFile> features = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    ImportPlanner(ImportRequest request) {
        this.request = request;
        this.classifier = new FileClassifier(request.format(), request.mapping());
    }

    /**
     * Looks at all sources.
     *
     * @throws KindredException if a source does not exist or nothing importable is found
     */
    ImportPlan plan() throws IOException {
        for (InputSource source : request.sources()) {
            Path path = source.path();
            if (Files.isDirectory(path)) {
                folder(source);
            } else if (Files.exists(path)) {
                file(source);
            } else {
                throw new KindredException("no such file or folder: " + path);
            }
        }
        events.sort(Comparator.comparing(PlannedFile::part));
        DataFormat format = ((FileContent.Events) events.getFirst().content()).format();
        return new ImportPlan(format, decision(format), events, features, ignored);
    }

    private void file(InputSource source) throws IOException {
        DataFile file = new DataFile(source.path());
        FileContent content = classifier.classify(file, true);
        switch (content) {
            case FileContent.Events found -> events.add(new PlannedFile(file, found, source.part()));
            case FileContent.Unknown unknown ->
                throw new KindredException(file.name() + ": " + unknown.reason() + advice());
            case FileContent.DelimitedFeatures found -> throw noEvents(file, found);
            default ->
                throw new KindredException(file.name() + ": holds no interactions of users with items" + advice());
        }
    }

    private KindredException noEvents(DataFile file, FileContent.DelimitedFeatures found) {
        if (found.mayRepeat()) {
            return new KindredException(file.name() + ": holds tags, which are features of items, and no interactions;"
                    + " import the folder it is in" + advice());
        }
        ColumnRole role = found.side() == Side.ITEM ? ColumnRole.USER : ColumnRole.ITEM;
        String missing = request.mapping().columns().getOrDefault(role, role.label());
        return EventColumns.missing(file.name(), missing, found.layout().columns());
    }

    private void folder(InputSource source) throws IOException {
        List<PlannedFile> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path path : list(source.path())) {
            DataFile file = new DataFile(path);
            if (Files.isDirectory(path)) {
                problems.add(file.name() + " (a folder)");
                continue;
            }
            switch (classifier.classify(file, false)) {
                case FileContent.Events content -> found.add(new PlannedFile(file, content, source.part()));
                case FileContent.Ignored content -> problems.add(file.name() + " (" + content.reason() + ")");
                case FileContent.Unknown content -> problems.add(file.name() + " (" + content.reason() + ")");
                case FileContent content -> features.add(new PlannedFile(file, content, source.part()));
            }
        }
        if (found.isEmpty()) {
            for (PlannedFile file : features) {
                problems.add(file.file().name() + " (features only)");
            }
            String seen = problems.isEmpty()
                    ? "it is empty"
                    : "it has "
                            + DisplayText.of(
                                    String.join("; ", problems.subList(0, Math.min(SHOWN_FILES, problems.size()))));
            throw new KindredException(
                    source.path() + ": no file with interactions in this folder; " + seen + advice());
        }
        ignored.addAll(problems);
        events.addAll(source.part() == Part.ALL ? withParts(found, source.path()) : found);
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(paths::add);
        }
        paths.sort(Comparator.comparing(path -> path.getFileName().toString()));
        return paths;
    }

    /** Several event files of one folder are a given split, or pieces of one file. */
    private static List<PlannedFile> withParts(List<PlannedFile> found, Path folder) {
        if (found.size() == 1) {
            return found;
        }
        List<PlannedFile> withPart = new ArrayList<>();
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (PlannedFile file : found) {
            Optional<Part> part = Part.fromFileName(file.file().plainName());
            if (part.isPresent() && parts.add(part.get())) {
                withPart.add(file.withPart(part.get()));
            }
        }
        if (withPart.size() == found.size() && parts.contains(Part.TRAIN)) {
            return withPart;
        }
        if (parts.isEmpty() && arePieces(found)) {
            return found;
        }
        List<String> names = new ArrayList<>();
        for (PlannedFile file : found) {
            names.add(file.file().name());
        }
        throw new KindredException(folder + ": several files with interactions: "
                + DisplayText.of(String.join(", ", names))
                + "; name the one to import, or give a split as train and test files");
    }

    private static boolean arePieces(List<PlannedFile> found) {
        for (PlannedFile file : found) {
            if (!(file.content() instanceof FileContent.DelimitedEvents piece)
                    || !(found.getFirst().content() instanceof FileContent.DelimitedEvents first)
                    || !piece.layout().equals(first.layout())) {
                return false;
            }
        }
        return true;
    }

    private String decision(DataFormat format) {
        List<String> names = new ArrayList<>();
        for (PlannedFile file : events) {
            String part = file.part() == Part.ALL ? "" : " as " + file.part().label();
            names.add(file.file().name() + part);
        }
        for (PlannedFile file : features) {
            names.add(file.file().name());
        }
        String why = ((FileContent.Events) events.getFirst().content()).why();
        return format.label() + " (" + String.join(", ", names) + "): " + why;
    }

    private static String advice() {
        return "\n  formats: " + DataFormat.ids()
                + "; force one with --format NAME, or say which column is which with --columns user=COLUMN,item=COLUMN";
    }
}
