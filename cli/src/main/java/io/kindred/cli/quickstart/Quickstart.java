package io.kindred.cli.quickstart;

import io.kindred.cli.KindredHome;
import io.kindred.cli.console.Console;
import io.kindred.cli.console.Progress;
import io.kindred.cli.data.DataLoader;
import io.kindred.cli.data.LoadedData;
import io.kindred.cli.server.ServerClient;
import io.kindred.cli.server.ServerProcess;
import io.kindred.featurestore.importer.ImportRequest;
import io.kindred.featurestore.sample.FilmCatalogueSimulator;
import io.kindred.featurestore.sample.SampleParameters;
import io.kindred.featurestore.sample.SampleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From data to recommendations in the browser.
 *
 * @param home where everything is kept
 * @param seed of split and models
 */
public record Quickstart(KindredHome home, long seed, Console console) {
    private static final String SAMPLE_NAME = "Kindred film sample";

    /** What has been made ready to serve. */
    private record Ready(Standings standings, String dataset) {}

    /** Imports, trains, measures and prints the leaderboard. */
    public void withoutServer(Optional<Path> data) throws IOException, InterruptedException {
        Ready ready = prepare(data);
        console.document(document(ready));
    }

    /** As above, then publishes everything to a server and runs it until it is stopped; returns its exit code. */
    public int withServer(Optional<Path> data, String host, int port) throws IOException, InterruptedException {
        ServerProcess.requireFree(host, port);
        Ready ready = prepare(data);
        try (ServerProcess server = ServerProcess.start(home, host, port, console);
                ServerClient client = new ServerClient(server.address(), home.token())) {
            server.awaitReady(client);
            publish(client, ready);
            console.print("");
            console.print("Kindred is at " + server.address() + " (stop it with Ctrl-C)");
            console.print("the page asks for this token before it promotes a model: " + home.token());
            Map<String, Object> document = document(ready);
            document.put("address", server.address().toString());
            console.document(document);
            return server.waitFor();
        }
    }

    private Ready prepare(Optional<Path> data) throws IOException, InterruptedException {
        Path source = data.isPresent() ? data.get() : sample();
        DataLoader loader = new DataLoader(home.store(), DataLoader.Filters.NONE, console);
        LoadedData loaded = loader.load(ImportRequest.of(source), false);
        loaded.notes().forEach(note -> console.note("note: " + note));
        String snapshot = loaded.all().provenance().snapshot();
        Path kept = home.root().resolve("quickstart").resolve(snapshot + "-" + seed + ".json");
        Optional<Standings> earlier = Standings.read(kept);
        Standings standings;
        if (earlier.isPresent()) {
            standings = earlier.get();
            console.note("these data were trained on before; remove " + kept + " to do it again");
        } else {
            standings = new Contest(home, seed, console).run(loaded);
            standings.save(kept);
        }
        console.print("");
        standings.lines().forEach(console::print);
        String name = data.isPresent()
                ? source.toAbsolutePath().normalize().getFileName().toString()
                : SAMPLE_NAME;
        new OnlineTables(home.online()).publish(loaded.all(), name, source);
        return new Ready(standings, name);
    }

    private Path sample() {
        Path folder = home.sample();
        if (!Files.isDirectory(folder)) {
            try (Progress progress = console.progress("generate the sample")) {
                progress.at(0, 1, "simulated films and viewers");
                SampleWriter.write(FilmCatalogueSimulator.simulate(SampleParameters.defaults()), folder);
                progress.at(1, 1, "");
            }
        }
        return folder;
    }

    /** Publishes every model and makes the best one live. */
    private void publish(ServerClient client, Ready ready) throws InterruptedException {
        String best = null;
        long bestVersion = 0;
        for (Standings.Row row : ready.standings().rows()) {
            Map<String, Object> published = client.publish(row.model(), Path.of(row.artifact()));
            long version = ((Number) published.get("version")).longValue();
            client.recordEvaluation(row.evaluation(version, ready.dataset()));
            if (best == null) {
                best = row.model();
                bestVersion = version;
            }
        }
        client.promote(best, bestVersion);
        console.print(
                "published " + ready.standings().rows().size() + " models; live: " + best + " version " + bestVersion);
    }

    private static Map<String, Object> document(Ready ready) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("dataset", ready.dataset());
        document.putAll(ready.standings().toMap());
        return document;
    }
}
