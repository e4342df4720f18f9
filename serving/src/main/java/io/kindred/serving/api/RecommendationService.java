package io.kindred.serving.api;

import io.kindred.core.data.FeatureTable;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import io.kindred.serving.events.EventStore;
import io.kindred.serving.online.ItemCatalogue;
import io.kindred.serving.problem.ProblemException;
import io.kindred.serving.problem.ProblemType;
import io.kindred.serving.slot.Lease;
import io.kindred.serving.slot.ModelServing;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Answers requests with one model from beginning to end. */
@Singleton
final class RecommendationService {
    private final ModelServing models;
    private final EventStore events;
    private final ItemCatalogue catalogue;
    private final ItemViews views;
    private final MeterRegistry meters;

    RecommendationService(
            ModelServing models, EventStore events, ItemCatalogue catalogue, ItemViews views, MeterRegistry meters) {
        this.models = models;
        this.events = events;
        this.catalogue = catalogue;
        this.views = views;
        this.meters = meters;
    }

    RecommendationAnswer recommend(RecommendationRequest request) {
        try (Lease lease = models.lease(request.model())) {
            Recommender model = lease.recommender();
            RecommendationQuery query = query(request, model);
            FeatureTable features =
                    query.filter().isEmpty() ? FeatureTable.none(model.items()) : lease.align(catalogue.table());
            Recommendations answer = Dispatcher.recommend(model, query, features);
            meters.counter(
                            "kindred.recommendations",
                            "model",
                            lease.key().toString(),
                            "strategy",
                            answer.strategy().id())
                    .increment();
            return new RecommendationAnswer(
                    ModelName.of(lease.key()),
                    answer.strategy().id(),
                    answer.items().stream().map(views::view).toList());
        }
    }

    SimilarAnswer similar(String item, String reference, int k) {
        try (Lease lease = models.lease(reference)) {
            Recommender model = lease.recommender();
            if (!(model instanceof SimilarItems)) {
                throw new ProblemException(
                        ProblemType.NOT_SUPPORTED,
                        "the model " + lease.key() + " is of kind "
                                + model.info().kind().id()
                                + ", which knows no similar items; name another with ?model=");
            }
            if (!model.items().contains(item)) {
                throw new ProblemException(
                        ProblemType.UNKNOWN_ITEM,
                        "the model " + lease.key() + " does not know the item '" + item + "'");
            }
            return new SimilarAnswer(
                    ModelName.of(lease.key()),
                    item,
                    Dispatcher.similar(model, item, k).stream().map(views::view).toList());
        }
    }

    /**
     * The query in core's terms. Items of events that came after training are seen; a model that can fold in a history takes
     * them into account as well, unless the request brings a history of its own.
     */
    private RecommendationQuery query(RecommendationRequest request, Recommender model) {
        List<String> history = orEmpty(request.history());
        Set<String> exclude = new HashSet<>(orEmpty(request.exclude()));
        boolean includeSeen = Boolean.TRUE.equals(request.includeSeen());
        if (request.user() != null) {
            List<String> recent = events.recent().itemsOf(request.user());
            if (!includeSeen) {
                exclude.addAll(recent);
            }
            if (history.isEmpty() && model instanceof FoldIn) {
                history = withRecent(model, request.user(), recent);
            }
        }
        RecommendationQuery.Builder query = RecommendationQuery.builder();
        if (request.explore() != null) {
            query.explore(request.explore());
        }
        return query.user(request.user())
                .history(history)
                .session(orEmpty(request.session()))
                .features(Objects.requireNonNullElse(request.features(), Map.of()))
                .candidates(orEmpty(request.candidates()))
                .filter(Objects.requireNonNullElse(request.filter(), Map.of()))
                .exclude(exclude)
                .includeSeen(includeSeen)
                .k(Objects.requireNonNullElse(request.k(), Integer.valueOf(Limits.DEFAULT_K)))
                .time(Objects.requireNonNullElse(request.time(), -1L))
                .build();
    }

    /** What training remembers followed by what came after, or nothing where nothing the model knows came after. */
    private static List<String> withRecent(Recommender model, String user, List<String> recent) {
        List<String> remembered = Histories.remembered(model, user);
        Set<String> news = new LinkedHashSet<>(recent);
        news.removeAll(new HashSet<>(remembered));
        news.removeIf(item -> !model.items().contains(item));
        if (news.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(remembered);
        all.addAll(news);
        return all;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static <T> Set<T> orEmpty(Set<T> set) {
        return Objects.requireNonNullElse(set, Set.of());
    }
}
