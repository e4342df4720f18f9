package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.core.KindredException;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred recommend}: asks a saved model. */
@Command(name = "recommend", description = "Asks a saved model for recommendations.", mixinStandardHelpOptions = true)
public final class RecommendCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Option(names = "--artifact", required = true, paramLabel = "DIR", description = "The artifact's directory.")
    private Path artifact;

    @Option(
            names = "--user",
            paramLabel = "ID",
            description = "The user; one the model does not know gets what is popular.")
    private String user;

    @Option(
            names = "--history",
            split = ",",
            paramLabel = "ID",
            description = "Items of the user's history, oldest first, in place of what the model remembers.")
    private List<String> history = List.of();

    @Option(
            names = "--session",
            split = ",",
            paramLabel = "ID",
            description = "Items of the running session, oldest first.")
    private List<String> session = List.of();

    @Option(
            names = "--feature",
            paramLabel = "NAME=VALUE",
            description =
                    "What is known of a user without a history, as in gender=F, or text=WORDS for a content model;"
                            + " may be repeated, also with the same name.")
    private List<String> features = List.of();

    @Option(names = "--candidates", split = ",", paramLabel = "ID", description = "The only items allowed.")
    private List<String> candidates = List.of();

    @Option(names = "--exclude", split = ",", paramLabel = "ID", description = "Items that must not come back.")
    private List<String> exclude = List.of();

    @Option(names = "--include-seen", description = "Items of the user's history may come back.")
    private boolean includeSeen;

    @Option(
            names = {"-k", "--count"},
            defaultValue = "10",
            paramLabel = "N",
            description = "How many items (default: ${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--explore",
            paramLabel = "SEED",
            description =
                    "Draws the list with this seed where the model leaves something to chance, as bandits do, and says how"
                            + " likely each choice was.")
    private Long explore;

    @Override
    public Integer call() {
        Console console = output.console();
        RecommendationQuery query = query();
        try (OpenArtifact open = Artifacts.open(artifact)) {
            Recommendations answer = Dispatcher.recommend(open.model(), query);
            String model = open.manifest().info().provider();
            if (user != null && !open.model().users().contains(user)) {
                console.note("note: the model does not know the user '" + user + "'");
            }
            console.print(
                    "model " + model + ", answered by " + answer.strategy().id());
            boolean drawn =
                    answer.items().stream().anyMatch(item -> item.propensity().isPresent());
            Table table = new Table("rank", "item", "score", drawn ? "propensity" : "because of");
            if (explore != null && !drawn) {
                console.note("note: " + model + " leaves nothing to chance; --explore is for bandits");
            }
            List<Object> items = new ArrayList<>();
            for (Recommendations.Item item : answer.items()) {
                String reasons = item.reasons().stream()
                        .map(Recommendations.Reason::item)
                        .collect(Collectors.joining(", "));
                table.row(
                        Integer.toString(items.size() + 1),
                        item.id(),
                        String.format(Locale.ROOT, "%.4f", item.score()),
                        drawn
                                ? String.format(
                                        Locale.ROOT, "%.4f", item.propensity().orElseThrow())
                                : reasons);
                items.add(describe(item));
            }
            table.lines().forEach(console::print);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("model", model);
            json.put("user", user);
            json.put("strategy", answer.strategy().id());
            json.put("items", items);
            console.document(json);
        }
        return 0;
    }

    private RecommendationQuery query() {
        try {
            RecommendationQuery.Builder query = RecommendationQuery.builder();
            if (explore != null) {
                query.explore(explore);
            }
            return query.user(user)
                    .history(history)
                    .session(session)
                    .features(named(features))
                    .candidates(Set.copyOf(candidates))
                    .exclude(Set.copyOf(exclude))
                    .includeSeen(includeSeen)
                    .k(k)
                    .build();
        } catch (KindredException e) {
            throw new UsageException(e);
        }
    }

    /** The values of each name, as a List of Strings. */
    private static Map<String, Object> named(List<String> features) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String feature : features) {
            int equals = feature.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--feature is '" + feature + "' but must be NAME=VALUE, as in gender=F");
            }
            values.computeIfAbsent(feature.substring(0, equals), name -> new ArrayList<>())
                    .add(feature.substring(equals + 1));
        }
        return new LinkedHashMap<>(values);
    }

    private static Map<String, Object> describe(Recommendations.Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", item.id());
        json.put("score", item.score());
        List<Object> reasons = new ArrayList<>();
        for (Recommendations.Reason reason : item.reasons()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("item", reason.item());
            entry.put("weight", reason.weight());
            reasons.add(entry);
        }
        json.put("reasons", reasons);
        if (item.propensity().isPresent()) {
            json.put("propensity", item.propensity().getAsDouble());
        }
        return json;
    }
}
