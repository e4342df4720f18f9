package io.kindred.cli.command;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.cli.data.DataLoader;
import io.kindred.cli.data.DataProfile;
import io.kindred.cli.data.LoadedData;
import io.kindred.core.KindredException;
import io.kindred.featurestore.importer.ColumnMapping;
import io.kindred.featurestore.importer.DataFormat;
import io.kindred.featurestore.importer.ImportRequest;
import io.kindred.featurestore.snapshot.FeatureStore;
import io.kindred.featurestore.snapshot.ImportedSnapshot;
import io.kindred.featurestore.snapshot.Snapshot;
import io.kindred.featurestore.snapshot.SnapshotManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred data}: brings data in and looks at them. */
@Command(
        name = "data",
        description = "Imports, describes and examines data.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DataCommand.ImportCommand.class,
            DataCommand.DescribeCommand.class,
            DataDoctorCommand.class,
            DataCommand.SnapshotCommand.class
        })
public final class DataCommand {
    private static final int SHORT_ID = 12;

    /** {@code kindred data import}. */
    @Command(
            name = "import",
            description = "Imports a file or folder into the feature store and reports on every row.",
            mixinStandardHelpOptions = true)
    static final class ImportCommand implements Callable<Integer> {
        @Mixin
        private OutputOption output;

        @Parameters(paramLabel = "PATH", description = "A file or folder in any known format; gzip is fine.")
        private Path path;

        @Option(names = "--format", paramLabel = "NAME", description = "Forces a format instead of detecting it.")
        private String format;

        @Option(
                names = "--columns",
                paramLabel = "ROLE=COLUMN,...",
                description = "Which column means what, as in user=buyer,item=sku,time=when.")
        private String columns;

        @Option(names = "--strict", description = "Fails at the first row that cannot be read.")
        private boolean strict;

        @Override
        public Integer call() throws IOException {
            Console console = output.console();
            ImportRequest request = ImportRequest.of(path).withStrict(strict);
            if (format != null) {
                request = request.withFormat(DataFormat.of(format));
            }
            if (columns != null) {
                request = request.withMapping(ColumnMapping.parse(columns));
            }
            DataLoader loader = new DataLoader(KindredHome.ofEnvironment().store(), DataLoader.Filters.NONE, console);
            ImportedSnapshot imported = loader.importInto(request);
            imported.report().lines().forEach(console::print);
            Snapshot snapshot = imported.snapshot();
            console.print("snapshot " + snapshot.id().substring(0, SHORT_ID)
                    + (imported.alreadyPresent() ? " (was there already): " : ": ") + counts(snapshot.manifest()));
            Map<String, Object> json = describe(snapshot);
            json.put("alreadyPresent", imported.alreadyPresent());
            json.put("report", imported.report().toMap());
            console.document(json);
            return 0;
        }
    }

    /** {@code kindred data describe}. */
    @Command(
            name = "describe",
            description = "Imports data and describes them: sizes, density, activity, time range, features.",
            mixinStandardHelpOptions = true)
    static final class DescribeCommand implements Callable<Integer> {
        @Mixin
        private OutputOption output;

        @Mixin
        private DataOptions data;

        @Parameters(arity = "0..1", paramLabel = "PATH", description = "A file or folder; the same as --data PATH.")
        private String path;

        @Override
        public Integer call() throws IOException {
            Console console = output.console();
            if (path != null) {
                data.name(path);
            }
            LoadedData loaded = data.load(console);
            DataProfile profile = DataProfile.of(loaded);
            profile.lines().forEach(console::print);
            console.document(profile.toMap());
            return 0;
        }
    }

    /** {@code kindred data snapshot}. */
    @Command(
            name = "snapshot",
            description = "Lists the imported snapshots, or shows and verifies one.",
            mixinStandardHelpOptions = true)
    static final class SnapshotCommand implements Callable<Integer> {
        @Mixin
        private OutputOption output;

        @Parameters(arity = "0..1", paramLabel = "ID", description = "The first digits of a snapshot's id.")
        private String id;

        @Option(names = "--verify", description = "Reads every file of the snapshot and compares its checksum.")
        private boolean verify;

        @Override
        public Integer call() throws IOException {
            Console console = output.console();
            FeatureStore store = FeatureStore.open(KindredHome.ofEnvironment().store());
            if (id == null) {
                if (verify) {
                    throw new KindredException("--verify needs a snapshot's id; 'kindred data snapshot' lists them");
                }
                list(console, store);
                return 0;
            }
            Snapshot snapshot = store.snapshot(id);
            if (verify) {
                snapshot.verify();
            }
            Map<String, Object> json = describe(snapshot);
            json.put("verified", verify);
            console.print("snapshot " + snapshot.id());
            console.print("source:   " + snapshot.manifest().source());
            console.print("imported: " + snapshot.manifest().importedAt());
            console.print("holds:    " + counts(snapshot.manifest()));
            console.print("folder:   " + snapshot.directory());
            if (verify) {
                console.print("ok: all checksums agree");
            }
            console.document(json);
            return 0;
        }

        private static void list(Console console, FeatureStore store) throws IOException {
            Table table = new Table("snapshot", "imported", "interactions", "users", "items", "source");
            List<Object> snapshots = new ArrayList<>();
            for (Snapshot snapshot : store.list()) {
                SnapshotManifest manifest = snapshot.manifest();
                table.row(
                        snapshot.id().substring(0, SHORT_ID),
                        manifest.importedAt(),
                        Long.toString(manifest.counts().events()),
                        Integer.toString(manifest.counts().users()),
                        Integer.toString(manifest.counts().items()),
                        manifest.source());
                snapshots.add(describe(snapshot));
            }
            if (snapshots.isEmpty()) {
                console.print("no snapshot yet; 'kindred data import PATH' makes one");
            } else {
                table.lines().forEach(console::print);
            }
            console.document(Map.of("snapshots", snapshots));
        }
    }

    private static String counts(SnapshotManifest manifest) {
        return String.format(
                java.util.Locale.ROOT,
                "%,d interactions, %,d users, %,d items",
                manifest.counts().events(),
                manifest.counts().users(),
                manifest.counts().items());
    }

    private static Map<String, Object> describe(Snapshot snapshot) {
        SnapshotManifest manifest = snapshot.manifest();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("snapshot", snapshot.id());
        json.put("source", manifest.source());
        json.put("imported", manifest.importedAt());
        json.put("interactions", manifest.counts().events());
        json.put("users", manifest.counts().users());
        json.put("items", manifest.counts().items());
        json.put("usersWithInteractions", manifest.counts().usersWithEvents());
        json.put("itemsWithInteractions", manifest.counts().itemsWithEvents());
        json.put("time", manifest.timeKind());
        json.put("eventTypes", manifest.eventTypes());
        json.put("directory", snapshot.directory().toString());
        return json;
    }
}
