package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kindred models}: which models there are. */
@Command(
        name = "models",
        description = "Lists and describes the models.",
        mixinStandardHelpOptions = true,
        subcommands = {ModelsCommand.ListCommand.class, ModelsCommand.DescribeCommand.class})
public final class ModelsCommand {
    /** {@code kindred models list}. */
    @Command(name = "list", description = "Lists every model.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @Mixin
        private OutputOption output;

        @Override
        public Integer call() {
            Console console = output.console();
            Table table = new Table("model", "family", "feedback", "artifact", "title");
            List<Object> models = new ArrayList<>();
            for (ModelProvider<?> provider : ModelCatalog.load().providers()) {
                ModelCard card = provider.card();
                table.row(
                        provider.name(),
                        word(card.family()),
                        word(card.feedback()),
                        card.kind().id(),
                        card.title());
                models.add(describe(provider));
            }
            table.lines().forEach(console::print);
            console.document(Map.of("models", models));
            return 0;
        }
    }

    /** {@code kindred models describe}. */
    @Command(
            name = "describe",
            description = "Describes one model and its hyper-parameters.",
            mixinStandardHelpOptions = true)
    static final class DescribeCommand implements Callable<Integer> {
        @Mixin
        private OutputOption output;

        @Parameters(paramLabel = "NAME", description = "The model.")
        private String name;

        @Override
        public Integer call() {
            Console console = output.console();
            ModelProvider<?> provider = provider();
            ModelCard card = provider.card();
            console.print(provider.name() + ": " + card.title());
            console.print(card.summary());
            console.print("source: " + card.paper());
            console.print("family: " + word(card.family()) + ", feedback: " + word(card.feedback()) + ", artifact: "
                    + card.kind().id() + ", same seed gives the same model: " + (card.deterministic() ? "yes" : "no"));
            Table table = new Table("parameter", "default", "legal", "what it does");
            for (ParameterSchema.Parameter p : ParameterSchema.of(provider).parameters()) {
                table.row(p.name(), String.valueOf(p.defaultValue()), p.legal(), p.doc());
            }
            console.print("");
            table.lines().forEach(console::print);
            console.document(describe(provider));
            return 0;
        }

        private ModelProvider<?> provider() {
            ModelCatalog catalog = ModelCatalog.load();
            try {
                return catalog.get(name);
            } catch (KindredException e) {
                throw new UsageException(e);
            }
        }
    }

    private static Map<String, Object> describe(ModelProvider<?> provider) {
        ModelCard card = provider.card();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", provider.name());
        json.put("aliases", provider.aliases());
        json.put("title", card.title());
        json.put("summary", card.summary());
        json.put("paper", card.paper());
        json.put("family", word(card.family()));
        json.put("feedback", word(card.feedback()));
        json.put("artifact", card.kind().id());
        json.put("deterministic", card.deterministic());
        List<Object> parameters = new ArrayList<>();
        for (ParameterSchema.Parameter p : ParameterSchema.of(provider).parameters()) {
            Map<String, Object> parameter = new LinkedHashMap<>();
            parameter.put("name", p.name());
            parameter.put("type", word(p.type()));
            parameter.put("default", p.defaultValue());
            parameter.put("doc", p.doc());
            if (Double.isFinite(p.min())) {
                parameter.put("min", p.min());
            }
            if (Double.isFinite(p.max())) {
                parameter.put("max", p.max());
            }
            if (!p.choices().isEmpty()) {
                parameter.put("choices", p.choices());
            }
            parameters.add(parameter);
        }
        json.put("parameters", parameters);
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
