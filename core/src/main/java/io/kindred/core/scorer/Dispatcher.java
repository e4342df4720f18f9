package io.kindred.core.scorer;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.TopK;
import io.kindred.core.model.ColdStartCapable;
import io.kindred.core.model.Explains;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.ServesPropensities;
import io.kindred.core.model.SessionAware;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.Suggestion;
import io.kindred.core.model.UserItemScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The one way from a query to a list, used by Java callers, the command line, evaluation and serving alike, so that what is
 * measured offline is what is served. Tried in this order, each only where the model has the capability and the query the
 * data: session, history handed over (fold-in), known user, session as a history, features (cold start), popularity. Ties go
 * to the lower item index. A query that explores gets the list that a model with propensities draws. Stateless and thread-safe.
 */
public final class Dispatcher {
    private static final int MAX_REASONS = 3;

    private Dispatcher() {}

    /** Answers a query without item features; a query with a filter is refused. */
    public static Recommendations recommend(Recommender model, RecommendationQuery query) {
        return recommend(model, query, FeatureTable.none(model.items()));
    }

    /**
     * Answers a query.
     *
     * @param itemFeatures what {@code query.filter()} looks at; rows follow {@code model.items()}
     * @throws KindredException if the filter names a feature that {@code itemFeatures} does not have
     */
    public static Recommendations recommend(Recommender model, RecommendationQuery query, FeatureTable itemFeatures) {
        Vocabulary items = model.items();
        int user = query.user() == null ? -1 : model.users().indexOf(query.user());
        int[] history = indices(items, query.history());
        int[] session = indices(items, query.session());
        float[] scores = new float[items.size()];
        Strategy strategy = score(model, user, history, session, query.features(), scores);

        int[] remembered = user >= 0 ? model.histories().of(user) : new int[0];
        BitSet hidden = new BitSet(items.size());
        mark(hidden, indices(items, query.exclude()));
        if (!query.includeSeen()) {
            mark(hidden, history);
            mark(hidden, session);
            mark(hidden, remembered);
        }
        BitSet allowed = allowed(items, query, itemFeatures);
        if (query.explore().isPresent() && model instanceof ServesPropensities exploring) {
            return new Recommendations(strategy, explored(exploring, user, query, hidden, allowed));
        }
        TopK best = new TopK(Math.min(query.k(), items.size()));
        for (int i = 0; i < scores.length; i++) {
            if (!hidden.get(i) && (allowed == null || allowed.get(i))) {
                best.offer(i, scores[i]);
            }
        }
        int[] evidence = evidence(strategy, history, session, remembered);
        return new Recommendations(strategy, describe(model, best.drain(), evidence));
    }

    /**
     * Scores every item in the first way that yields a score.
     *
     * @param user index in the model's users, or -1
     * @param history item indices handed over, oldest first, or none
     * @param session item indices of the running session, oldest first, or none
     * @param features what is known of the user, or none
     * @param scores written in full: length {@code model.items().size()}
     * @return the way taken
     */
    public static Strategy score(
            Recommender model, int user, int[] history, int[] session, Map<String, Object> features, float[] scores) {
        if (session.length > 0 && model instanceof SessionAware aware) {
            aware.scoreSession(session, scores);
            if (anyScore(scores)) {
                return Strategy.SESSION;
            }
        }
        if (history.length > 0 && model instanceof FoldIn foldIn) {
            foldIn.scoreHistory(history, null, scores);
            if (anyScore(scores)) {
                return Strategy.FOLD_IN;
            }
        }
        if (user >= 0 && model instanceof UserItemScorer scorer && scorer.canScore(user)) {
            scorer.scoreAll(user, scores);
            if (anyScore(scores)) {
                return Strategy.KNOWN_USER;
            }
        }
        if (session.length > 0 && model instanceof FoldIn foldIn) {
            foldIn.scoreHistory(session, null, scores);
            if (anyScore(scores)) {
                return Strategy.FOLD_IN;
            }
        }
        if (!features.isEmpty() && model instanceof ColdStartCapable coldStart) {
            coldStart.scoreFeatures(features, scores);
            if (anyScore(scores)) {
                return Strategy.COLD_START;
            }
        }
        UserHistories histories = model.histories();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = histories.count(i);
        }
        return Strategy.FALLBACK;
    }

    /**
     * The items most similar to one.
     *
     * @return best first; empty where the item is unknown or has no similar ones
     */
    public static List<Recommendations.Item> similar(Recommender model, String item, int k) {
        int index = model.items().indexOf(item);
        if (index < 0 || !(model instanceof SimilarItems similar)) {
            return List.of();
        }
        float[] scores = new float[model.items().size()];
        similar.scoreSimilar(index, scores);
        TopK best = new TopK(Math.min(k, scores.length));
        best.offerAll(scores);
        return describe(model, best.drain(), new int[0]);
    }

    private static int[] evidence(Strategy strategy, int[] history, int[] session, int[] remembered) {
        return switch (strategy) {
            case KNOWN_USER -> remembered;
            case SESSION -> session;
            case FOLD_IN -> history.length > 0 ? history : session;
            case COLD_START, FALLBACK -> new int[0];
        };
    }

    private static List<Recommendations.Item> describe(Recommender model, TopK.Ranked ranked, int[] evidence) {
        Explains.Explanation explanation =
                ranked.size() > 0 && evidence.length > 0 && model instanceof Explains explains
                        ? explains.explain(evidence, null)
                        : Explains.Explanation.NONE;
        List<Recommendations.Item> list = new ArrayList<>(ranked.size());
        for (int r = 0; r < ranked.size(); r++) {
            int item = ranked.indices()[r];
            List<Recommendations.Reason> reasons = explanation.of(item, MAX_REASONS).stream()
                    .map(c -> new Recommendations.Reason(model.items().idOf(c.item()), c.amount()))
                    .toList();
            list.add(new Recommendations.Item(model.items().idOf(item), ranked.scores()[r], reasons));
        }
        return list;
    }

    /** The list as the model draws it, with how likely each choice was. */
    private static List<Recommendations.Item> explored(
            ServesPropensities model, int user, RecommendationQuery query, BitSet hidden, BitSet allowed) {
        BitSet open = new BitSet(model.items().size());
        open.set(0, model.items().size());
        open.andNot(hidden);
        if (allowed != null) {
            open.and(allowed);
        }
        int[] candidates = open.stream().toArray();
        ServesPropensities.Choice choice = model.choose(
                user,
                query.features(),
                candidates,
                Math.min(query.k(), candidates.length),
                query.explore().getAsLong());
        List<Recommendations.Item> list = new ArrayList<>(choice.items().length);
        for (int r = 0; r < choice.items().length; r++) {
            list.add(new Recommendations.Item(
                    model.items().idOf(choice.items()[r]),
                    choice.scores()[r],
                    List.of(),
                    OptionalDouble.of(choice.propensities()[r])));
        }
        return list;
    }

    /** The items a query allows, or null for all. */
    private static BitSet allowed(Vocabulary items, RecommendationQuery query, FeatureTable itemFeatures) {
        BitSet allowed = null;
        if (!query.candidates().isEmpty()) {
            allowed = new BitSet(items.size());
            mark(allowed, indices(items, query.candidates()));
        }
        for (Map.Entry<String, Set<String>> condition : query.filter().entrySet()) {
            BitSet matching = matching(itemFeatures, condition.getKey(), condition.getValue(), items.size());
            if (allowed == null) {
                allowed = matching;
            } else {
                allowed.and(matching);
            }
        }
        return allowed;
    }

    private static BitSet matching(FeatureTable features, String column, Set<String> values, int size) {
        BitSet matching = new BitSet(size);
        FeatureColumn found = features.column(column).orElseThrow(() -> unknownColumn(features, column));
        for (int i = 0; i < size; i++) {
            boolean match = found instanceof FeatureColumn.Categories categories
                    ? categories.of(i).stream().anyMatch(values::contains)
                    : values.contains(found.display(i));
            if (match) {
                matching.set(i);
            }
        }
        return matching;
    }

    private static KindredException unknownColumn(FeatureTable features, String column) {
        List<String> names =
                features.columns().stream().map(FeatureColumn::name).toList();
        return new KindredException("the filter names the item feature '" + column + "'; "
                + (names.isEmpty() ? "there are no item features" : "available: " + String.join(", ", names))
                + Suggestion.didYouMean(column, names));
    }

    private static int[] indices(Vocabulary items, Collection<String> ids) {
        int[] found = new int[ids.size()];
        int n = 0;
        for (String id : ids) {
            int index = items.indexOf(id);
            if (index >= 0) {
                found[n++] = index;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static void mark(BitSet set, int[] indices) {
        for (int index : indices) {
            set.set(index);
        }
    }

    private static boolean anyScore(float[] scores) {
        for (float score : scores) {
            if (!Float.isNaN(score)) {
                return true;
            }
        }
        return false;
    }
}
