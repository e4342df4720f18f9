package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.console.Console;
import io.kindred.cli.console.Table;
import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.evaluation.search.Dimension;
import io.kindred.evaluation.search.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kindred experiment spaces}: what {@code space: auto} searches. */
@Command(
        name = "spaces",
        description = "Shows what 'space: auto' searches for a model.",
        mixinStandardHelpOptions = true)
final class ExperimentSpacesCommand implements Callable<Integer> {
    @Mixin
    private OutputOption output;

    @Parameters(paramLabel = "MODEL", description = "The model; 'kindred models list' names them all.")
    private String model;

    @Override
    public Integer call() {
        Console console = output.console();
        ModelProvider<?> provider;
        try {
            provider = ModelCatalog.load().get(model);
        } catch (KindredException e) {
            throw new UsageException(e);
        }
        SearchSpace space = SearchSpace.of(provider);
        Table table = new Table("parameter", "default", "searched");
        Map<String, String> searched = new LinkedHashMap<>();
        for (Dimension dimension : space.dimensions()) {
            searched.put(dimension.name(), dimension.text());
        }
        List<Object> list = new ArrayList<>();
        space.base().forEach((name, value) -> {
            table.row(name, String.valueOf(value), searched.getOrDefault(name, "not by itself"));
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("parameter", name);
            entry.put("default", value);
            entry.put("searched", searched.get(name));
            list.add(entry);
        });
        table.lines().forEach(console::print);
        console.document(Map.of("model", provider.name(), "parameters", list));
        return 0;
    }
}
