package io.kindred.docs;

import io.kindred.core.model.ModelCard;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import java.util.List;
import java.util.Locale;

/** Writes the page that lists every model with its source and its hyper-parameters, from the providers themselves. */
final class ModelReference {
    private final ModelCatalog catalog;
    private final StringBuilder page = new StringBuilder();

    private ModelReference(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** The page as Markdown. */
    static String of(ModelCatalog catalog) {
        return new ModelReference(catalog).render();
    }

    private String render() {
        page.append(
                "# Models\n\nWritten from the models themselves: `./kindred models describe NAME` says the same. \"Any");
        page.append(" threads\" means that the same seed gives the same bits at any number of threads.\n");
        for (ModelCard.Family family : ModelCard.Family.values()) {
            List<ModelProvider<?>> members = members(family);
            if (!members.isEmpty()) {
                page.append("\n## ").append(title(family)).append('\n');
                members.forEach(this::model);
            }
        }
        return page.toString();
    }

    private List<ModelProvider<?>> members(ModelCard.Family family) {
        return catalog.names().stream()
                .sorted()
                .<ModelProvider<?>>map(catalog::get)
                .filter(provider -> provider.card().family() == family)
                .toList();
    }

    private void model(ModelProvider<?> provider) {
        ModelCard card = provider.card();
        page.append("\n### ")
                .append(provider.name())
                .append("\n\n**")
                .append(card.title())
                .append(".** ");
        page.append(cell(card.summary())).append("\n\n");
        page.append("Source: ").append(card.paper()).append(". Learns from ").append(feedback(card.feedback()));
        page.append("; leaves an artifact of kind `").append(card.kind().id()).append("`; ");
        page.append(card.deterministic() ? "any threads" : "not the same at any number of threads");
        if (!provider.aliases().isEmpty()) {
            page.append("; also called ").append(String.join(", ", provider.aliases()));
        }
        page.append(".\n");
        List<ParameterSchema.Parameter> parameters =
                ParameterSchema.of(provider).parameters();
        if (parameters.isEmpty()) {
            return;
        }
        page.append("\n| parameter | default | legal | what it does |\n|---|---|---|---|\n");
        for (ParameterSchema.Parameter p : parameters) {
            page.append("| `").append(p.name()).append("` | ").append(cell(String.valueOf(p.defaultValue())));
            page.append(" | ")
                    .append(cell(p.legal()))
                    .append(" | ")
                    .append(cell(p.doc()))
                    .append(" |\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static String feedback(ModelCard.Feedback feedback) {
        return switch (feedback) {
            case IMPLICIT -> "implicit feedback";
            case EXPLICIT -> "ratings";
            case ANY -> "implicit feedback or ratings";
        };
    }

    private static String title(ModelCard.Family family) {
        String words = family.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
