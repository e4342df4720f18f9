package io.kindred.serving.api;

import io.kindred.core.scorer.Recommendations;
import io.kindred.serving.online.ItemCatalogue;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows items with what the catalogue knows of them. */
@Singleton
final class ItemViews {
    private final ItemCatalogue catalogue;

    ItemViews(ItemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    ItemView view(String item) {
        ItemCatalogue.Card card = catalogue.card(item);
        return new ItemView(item, card.title(), card.features(), posterAddress(card));
    }

    RecommendedItem view(Recommendations.Item item) {
        ItemCatalogue.Card card = catalogue.card(item.id());
        List<ReasonView> reasons = item.reasons().stream()
                .map(r -> new ReasonView(r.item(), catalogue.card(r.item()).title(), r.weight()))
                .toList();
        Double propensity = item.propensity().isPresent() ? item.propensity().getAsDouble() : null;
        return new RecommendedItem(
                item.id(), item.score(), card.title(), card.features(), posterAddress(card), reasons, propensity);
    }

    private static String posterAddress(ItemCatalogue.Card card) {
        return card.poster().isEmpty()
                ? null
                : "/v1/items/"
                        + URLEncoder.encode(card.id(), StandardCharsets.UTF_8).replace("+", "%20") + "/poster";
    }
}
