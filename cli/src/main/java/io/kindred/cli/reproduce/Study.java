package io.kindred.cli.reproduce;

import io.kindred.core.KindredException;
import io.kindred.core.json.Json;
import io.kindred.core.model.ModelCatalog;
import io.kindred.evaluation.definition.ExperimentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An experiment of the suite: a file that comes with the program, and figures to compare with. Immutable.
 *
 * @param name of the experiment and its file
 * @param title of the data
 * @param protocol in words
 * @param isLong whether it takes hours and runs only when it is named
 * @param needs files under the folder of the data
 * @param published figures to compare with; empty where nobody published one for this file under this protocol
 */
public record Study(
        String name,
        String title,
        String protocol,
        boolean isLong,
        List<String> needs,
        List<PublishedFigure> published) {
    public Study {
        needs = List.copyOf(needs);
        published = List.copyOf(published);
    }

    /** The suite, in the order of its page. */
    public static List<Study> all() {
        List<Study> studies = new ArrayList<>();
        Map<String, Object> suite = Json.parseObject(resource("suite.json"), "suite.json");
        for (Object entry : (List<?>) suite.get("studies")) {
            Map<?, ?> study = (Map<?, ?>) entry;
            List<PublishedFigure> published = new ArrayList<>();
            for (Object figure : (List<?>) study.get("published")) {
                published.add(figure((Map<?, ?>) figure));
            }
            studies.add(new Study(
                    (String) study.get("name"),
                    (String) study.get("title"),
                    (String) study.get("protocol"),
                    Boolean.TRUE.equals(study.get("long")),
                    ((List<?>) study.get("needs")).stream().map(String::valueOf).toList(),
                    published));
        }
        return studies;
    }

    private static PublishedFigure figure(Map<?, ?> figure) {
        return new PublishedFigure(
                (String) figure.get("model"),
                (String) figure.get("metric"),
                ((Number) figure.get("value")).doubleValue(),
                figure.get("tolerance") instanceof Number tolerance
                        ? OptionalDouble.of(tolerance.doubleValue())
                        : OptionalDouble.empty(),
                (String) figure.get("source"),
                Boolean.TRUE.equals(figure.get("known")));
    }

    /** The text of the experiment file. */
    public String text() {
        return resource(name + ".yaml");
    }

    /** The experiment. */
    public ExperimentFile experiment() {
        return ExperimentFile.parse(text(), name + ".yaml");
    }

    /** Why it cannot be run here, in a few words; empty where it can. */
    public Optional<String> missing(Path data, ModelCatalog catalog) {
        Optional<String> file =
                needs.stream().filter(need -> !Files.exists(data.resolve(need))).findFirst();
        if (file.isPresent()) {
            return Optional.of("no " + file.get() + " in the folder of the data");
        }
        return experiment().models().stream()
                .map(entry -> entry.model())
                .filter(model -> !knows(catalog, model))
                .findFirst()
                .map(model -> "the model '" + model + "' is not installed");
    }

    private static boolean knows(ModelCatalog catalog, String model) {
        try {
            catalog.get(model);
            return true;
        } catch (KindredException unknown) {
            return false;
        }
    }

    private static String resource(String name) {
        try (InputStream in = Study.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: no " + name + " in the reproduction suite");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
