package io.kindred.core.scorer;

import io.kindred.core.KindredException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One question to a recommender, the same in Java, on the command line and over REST. Ids are the outside world's strings;
 * an id the model does not know is ignored, never an error. Immutable.
 *
 * @param user who asks; null for somebody anonymous
 * @param history items the user has interacted with, oldest first; when given it takes the place of what the model remembers
 * @param session items of the running session, oldest first
 * @param features what is known of the user: column name to a String, Number, Boolean or List of Strings
 * @param candidates the only items allowed; empty for all
 * @param filter for each item feature the values of which an item must have one; empty for no condition
 * @param exclude items that must not come back
 * @param includeSeen whether items of the user's history may come back
 * @param k how many items, 1 to {@value #MAX_K}
 * @param time Unix seconds of the request, or -1 for now; models without a notion of time ignore it
 * @param explore the seed with which a model that serves propensities draws the list, different for each request; empty for
 *     the list without chance, which is all that other models have
 */
public record RecommendationQuery(
        String user,
        List<String> history,
        List<String> session,
        Map<String, Object> features,
        Set<String> candidates,
        Map<String, Set<String>> filter,
        Set<String> exclude,
        boolean includeSeen,
        int k,
        long time,
        OptionalLong explore) {
    /** The most items one query may ask for. */
    public static final int MAX_K = 10_000;

    public RecommendationQuery {
        history = List.copyOf(history);
        session = List.copyOf(session);
        features = Map.copyOf(features);
        candidates = Set.copyOf(candidates);
        filter = Map.copyOf(filter);
        Objects.requireNonNull(explore);
        exclude = Set.copyOf(exclude);
        if (k < 1 || k > MAX_K) {
            throw new KindredException("k is " + k + " but must be from 1 to " + MAX_K);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The k best items for a user. */
    public static RecommendationQuery forUser(String user, int k) {
        return builder().user(user).k(k).build();
    }

    /** Collects the parts of a query. Not thread-safe. */
    public static final class Builder {
        private String user;
        private List<String> history = List.of();
        private List<String> session = List.of();
        private Map<String, Object> features = Map.of();
        private Set<String> candidates = Set.of();
        private Map<String, Set<String>> filter = Map.of();
        private Set<String> exclude = Set.of();
        private boolean includeSeen;
        private int k = 10;
        private long time = -1;
        private OptionalLong explore = OptionalLong.empty();

        private Builder() {}

        public Builder user(String id) {
            this.user = id;
            return this;
        }

        public Builder history(List<String> itemIds) {
            this.history = Objects.requireNonNull(itemIds);
            return this;
        }

        public Builder session(List<String> itemIds) {
            this.session = Objects.requireNonNull(itemIds);
            return this;
        }

        public Builder features(Map<String, Object> values) {
            this.features = Objects.requireNonNull(values);
            return this;
        }

        public Builder candidates(Set<String> itemIds) {
            this.candidates = Objects.requireNonNull(itemIds);
            return this;
        }

        public Builder filter(Map<String, Set<String>> condition) {
            this.filter = Objects.requireNonNull(condition);
            return this;
        }

        public Builder exclude(Set<String> itemIds) {
            this.exclude = Objects.requireNonNull(itemIds);
            return this;
        }

        public Builder includeSeen(boolean include) {
            this.includeSeen = include;
            return this;
        }

        public Builder k(int count) {
            this.k = count;
            return this;
        }

        public Builder time(long unixSeconds) {
            this.time = unixSeconds;
            return this;
        }

        /** Draws the list with a seed where the model serves propensities. */
        public Builder explore(long seed) {
            this.explore = OptionalLong.of(seed);
            return this;
        }

        public RecommendationQuery build() {
            return new RecommendationQuery(
                    user, history, session, features, candidates, filter, exclude, includeSeen, k, time, explore);
        }
    }
}
