package io.kindred.cli.experiment;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.cli.data.DataLoader;
import io.kindred.cli.data.LoadedData;
import io.kindred.evaluation.definition.DataSource;
import io.kindred.evaluation.definition.ExperimentFile;
import io.kindred.evaluation.definition.Filters;
import io.kindred.evaluation.runner.ExperimentData;
import io.kindred.featurestore.importer.ColumnMapping;
import io.kindred.featurestore.importer.DataFormat;
import io.kindred.featurestore.importer.ImportRequest;
import io.kindred.featurestore.snapshot.DuplicatePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where an experiment's data come from: its file, with paths relative to the folder that the file is in.
 *
 * @param file the experiment
 * @param base the folder
 */
public record ExperimentSource(ExperimentFile file, Path base) {
    private static final String SNAPSHOT = "snapshot:";

    /** Imports and filters the data. */
    public ExperimentData load(Console console) throws IOException {
        LoadedData loaded = load(new DataLoader(KindredHome.ofEnvironment().store(), filters(), console));
        return new ExperimentData(
                loaded.all(),
                loaded.parts().map(p -> new ExperimentData.Parts(p.train(), p.validation(), p.test())),
                loaded.notes());
    }

    private LoadedData load(DataLoader loader) throws IOException {
        DataSource data = file.data();
        if (data.path().isPresent()) {
            String path = data.path().get();
            return path.startsWith(SNAPSHOT)
                    ? loader.snapshot(path.substring(SNAPSHOT.length()))
                    : loader.load(request(ImportRequest.of(resolve(path))), false);
        }
        return loader.load(
                request(ImportRequest.ofSplit(
                        resolve(data.train().orElseThrow()),
                        data.valid().map(this::resolve).orElse(null),
                        resolve(data.test().orElseThrow()))),
                true);
    }

    private ImportRequest request(ImportRequest plain) {
        DataSource data = file.data();
        ImportRequest request = plain.withStrict(data.strict());
        if (data.format().isPresent()) {
            request = request.withFormat(DataFormat.of(data.format().get()));
        }
        return data.columns().isEmpty() ? request : request.withMapping(ColumnMapping.parse(columns(data.columns())));
    }

    private static String columns(Map<String, Object> columns) {
        return columns.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private Path resolve(String path) {
        return base.resolve(path).normalize();
    }

    private DataLoader.Filters filters() {
        Filters filters = file.filters();
        return new DataLoader.Filters(
                filters.minRating(),
                filters.minUser(),
                filters.minItem(),
                filters.eventTypes(),
                filters.fromSeconds(),
                filters.toSeconds(),
                switch (filters.duplicates()) {
                    case ALL -> DuplicatePolicy.KEEP_ALL;
                    case FIRST -> DuplicatePolicy.KEEP_FIRST;
                    case LAST -> DuplicatePolicy.KEEP_LAST;
                });
    }
}
