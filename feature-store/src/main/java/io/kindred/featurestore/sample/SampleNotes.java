package io.kindred.featurestore.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a sample folder says about itself: a page for people and a marker for programs. */
final class SampleNotes {
    /** Raised whenever the same parameters give other data than before. */
    static final int GENERATOR_VERSION = 1;

    private static final String NOTICE = "Simulated data: every film, person and event in this folder is invented.";

    private SampleNotes() {}

    /** README.md of the folder. */
    static String readme(SimulatedSample sample) {
        StringBuilder out = new StringBuilder();
        out.append("# Simulated film catalogue\n\n**").append(NOTICE).append("**\n");
        out.append("""

                It was made by Kindred's sample simulator, from the seed and the parameters below and nothing else;
                the same parameters give byte-identical files. The generative model is described in `docs/sample.md`
                of Kindred. Titles or names that also exist outside are coincidence.

                | file | content |
                |---|---|
                | `sample.inter` | what was watched, one line a film and viewer; `rating` is empty for `view` events |
                | `sample.user` | viewers |
                | `sample.item` | films |
                | `sample.impressions` | what was recommended, with the probability (`propensity`) of each choice |
                | `posters/` | a drawn poster for each film, SVG of 96 x 144 |
                | `truth/` | tastes, places of films and constants that give the true probability of any click |
                | `simulated.json` | says to programs that the data are simulated |

                """);
        out.append("| | |\n|---|---|\n");
        counts(sample).forEach((name, value) -> row(out, name, value));
        out.append("\n| parameter | value |\n|---|---|\n");
        sample.world().parameters().asMap().forEach((name, value) -> row(out, name, value));
        return out.toString();
    }

    private static void row(StringBuilder out, String name, Number value) {
        out.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    /** simulated.json of the folder. */
    static String marker(SimulatedSample sample) {
        StringBuilder out = new StringBuilder("{\n  \"simulated\": true,\n");
        out.append("  \"notice\": \"").append(NOTICE).append("\",\n");
        out.append("  \"generator\": \"kindred-film-catalogue\",\n");
        out.append("  \"generatorVersion\": ").append(GENERATOR_VERSION).append(",\n");
        out.append("  \"seed\": ").append(sample.world().parameters().seed()).append(",\n");
        object(out, "counts", counts(sample));
        out.append(",\n");
        object(out, "parameters", sample.world().parameters().asMap());
        return out.append("\n}\n").toString();
    }

    private static void object(StringBuilder out, String name, Map<String, Number> values) {
        out.append("  \"").append(name).append("\": {");
        String separator = "\n";
        for (Map.Entry<String, Number> entry : values.entrySet()) {
            out.append(separator)
                    .append("    \"")
                    .append(entry.getKey())
                    .append("\": ")
                    .append(entry.getValue());
            separator = ",\n";
        }
        out.append("\n  }");
    }

    private static Map<String, Number> counts(SimulatedSample sample) {
        Map<String, Number> counts = new LinkedHashMap<>();
        counts.put("users", sample.world().viewers().size());
        counts.put("items", sample.world().films().size());
        counts.put("sessions", sample.sessions());
        counts.put("slates", sample.slates());
        counts.put("interactions", sample.interactions().size());
        counts.put("impressions", sample.impressions().size());
        return counts;
    }
}
