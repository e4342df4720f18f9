package io.kindred.cli.command;

import io.kindred.cli.KindredHome;
import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.cli.data.DataLoader;
import io.kindred.cli.data.DataLoader.Filters;
import io.kindred.cli.data.LoadedData;
import io.kindred.cli.data.Weighting;
import io.kindred.featurestore.importer.ColumnMapping;
import io.kindred.featurestore.importer.DataFormat;
import io.kindred.featurestore.importer.ImportRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which data, how they are read and which of them count. */
public final class DataOptions {
    private static final String SNAPSHOT = "snapshot:";

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "A file or folder in any known format, or snapshot:ID of an earlier import.")
    private String data;

    @Option(names = "--train", paramLabel = "FILE", description = "The training part, where the data come divided.")
    private Path train;

    @Option(names = "--valid", paramLabel = "FILE", description = "The validation part.")
    private Path valid;

    @Option(names = "--test", paramLabel = "FILE", description = "The test part.")
    private Path test;

    @Option(names = "--format", paramLabel = "NAME", description = "Forces a format instead of detecting it.")
    private String format;

    @Option(
            names = "--columns",
            paramLabel = "ROLE=COLUMN,...",
            description = "Which column means what, as in user=buyer,item=sku,time=when.")
    private String columns;

    @Option(names = "--strict", description = "Fails at the first row that cannot be read.")
    private boolean strict;

    @Option(names = "--min-rating", paramLabel = "X", description = "Keeps interactions whose value is at least X.")
    private Double minRating;

    @Option(names = "--min-user", paramLabel = "N", description = "Keeps users with at least N interactions.")
    private Integer minUser;

    @Option(names = "--min-item", paramLabel = "N", description = "Keeps items with at least N interactions.")
    private Integer minItem;

    @Option(names = "--event-types", split = ",", paramLabel = "TYPE", description = "Keeps events of these types.")
    private List<String> eventTypes = List.of();

    /** Names the data by a positional argument. */
    void name(String path) {
        if (data != null) {
            throw new UsageException("the data are named twice: '" + path + "' and --data '" + data + "'");
        }
        data = path;
    }

    /** Reads the data as they are. */
    LoadedData load(Console console) throws IOException {
        return load(console, Weighting.NONE);
    }

    /** Reads the data with the weights of their event types as values, checking that they can be weighted so. */
    LoadedData load(Console console, Weighting weighting) throws IOException {
        Filters filters = new Filters(
                Optional.ofNullable(minRating), Optional.ofNullable(minUser), Optional.ofNullable(minItem), eventTypes);
        DataLoader loader = new DataLoader(KindredHome.ofEnvironment().store(), filters, weighting, console);
        LoadedData loaded = load(loader);
        weighting.check(loaded.all().interactions().timeKind());
        return loaded;
    }

    private LoadedData load(DataLoader loader) throws IOException {
        if (data != null) {
            if (train != null || valid != null || test != null) {
                throw new UsageException("give either --data, or --train and --test, not both");
            }
            if (data.startsWith(SNAPSHOT)) {
                return loader.snapshot(data.substring(SNAPSHOT.length()));
            }
            return loader.load(request(ImportRequest.of(Path.of(data))), false);
        }
        if (train == null) {
            throw new UsageException("no data are named: give --data PATH, or --train FILE and --test FILE");
        }
        if (test == null) {
            if (valid != null) {
                throw new UsageException("--valid needs --test beside it");
            }
            return loader.load(request(ImportRequest.of(train)), false);
        }
        return loader.load(request(ImportRequest.ofSplit(train, valid, test)), true);
    }

    private ImportRequest request(ImportRequest plain) {
        ImportRequest request = plain.withStrict(strict);
        if (format != null) {
            request = request.withFormat(DataFormat.of(format));
        }
        return columns == null ? request : request.withMapping(ColumnMapping.parse(columns));
    }
}
