package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactReader;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.FeatureEncoding;
import io.kindred.core.data.Tokenizer;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The terms of items, read both ways: what an item adds to a profile, and what a term of a profile adds to the items' scores
 * (an inverted index). Terms are words as {@link Tokenizer} finds them and categories {@code column=value} in lower case.
 * Immutable and thread-safe.
 */
public final class TermIndex {
    private final Vocabulary terms;
    private final SparseMatrix ofItem;
    private final SparseMatrix ofTerm;
    private final FloatMatrix asked;

    /**
     * @param terms the terms
     * @param ofItem items x terms: what an item adds to a profile
     * @param ofTerm terms x items, ascending in a row: what a term of weight 1 in a profile adds to an item's score
     * @param asked 1 x terms: the weight of a term that was asked for by name
     */
    public TermIndex(Vocabulary terms, SparseMatrix ofItem, SparseMatrix ofTerm, FloatMatrix asked) {
        if (ofItem.columns() != terms.size()
                || ofTerm.rows() != terms.size()
                || ofTerm.columns() != ofItem.rows()
                || asked.rows() != 1
                || asked.columns() != terms.size()) {
            throw new IllegalArgumentException("item terms of " + ofItem.rows() + " x " + ofItem.columns()
                    + ", an index of " + ofTerm.rows() + " x " + ofTerm.columns() + " and weights of " + asked.rows()
                    + " x " + asked.columns() + " do not fit " + terms.size() + " terms");
        }
        this.terms = terms;
        this.ofItem = ofItem;
        this.ofTerm = ofTerm;
        this.asked = asked;
    }

    static TermIndex load(ArtifactReader in, int items) throws IOException {
        Vocabulary terms = in.vocabulary("terms");
        return new TermIndex(
                terms,
                in.sparse("item_terms", terms.size()),
                in.sparse("term_items", items),
                in.matrix("term_weights"));
    }

    void save(ArtifactWriter out) throws IOException {
        out.vocabulary("terms", terms);
        out.sparse("item_terms", ofItem);
        out.sparse("term_items", ofTerm);
        out.matrix("term_weights", asked);
    }

    /** The term of a category. */
    public static String category(String column, String value) {
        return FeatureEncoding.category(column, value).toLowerCase(Locale.ROOT);
    }

    public Vocabulary terms() {
        return terms;
    }

    int itemCount() {
        return ofItem.rows();
    }

    /** Whether an item has terms. */
    boolean describes(int item) {
        return ofItem.start(item) < ofItem.end(item);
    }

    /** The weighted sum of the terms of a history's items. */
    Profile profile(int[] history, float[] weights) {
        Profile profile = new Profile(terms.size());
        for (int h = 0; h < history.length; h++) {
            float weight = weights == null ? 1f : weights[h];
            for (int p = ofItem.start(history[h]); p < ofItem.end(history[h]); p++) {
                profile.add(ofItem.column(p), weight * ofItem.value(p));
            }
        }
        return profile;
    }

    /** The terms in the text and the categories of a query's features, each once. */
    Profile profile(Map<String, Object> features) {
        Profile profile = new Profile(terms.size());
        for (Map.Entry<String, Object> feature : features.entrySet()) {
            List<?> values = feature.getValue() instanceof List<?> list ? list : List.of(feature.getValue());
            for (Object value : values) {
                if (value instanceof String text) {
                    ask(profile, category(feature.getKey(), text));
                    Tokenizer.words(text, word -> ask(profile, word));
                }
            }
        }
        return profile;
    }

    private void ask(Profile profile, String term) {
        int index = terms.indexOf(term);
        if (index >= 0) {
            profile.set(index, asked.get(0, index));
        }
    }

    /** {@code scores[i] += scale * profile . item i}. */
    void addScores(Profile profile, float scale, float[] scores) {
        for (int n = 0; n < profile.size; n++) {
            int term = profile.touched[n];
            ofTerm.addRow(term, scale * profile.weights[term], scores);
        }
    }

    /** What one history item of weight 1 adds to an item's score before it is scaled. */
    double product(int from, int to) {
        double sum = 0;
        for (int p = ofItem.start(from); p < ofItem.end(from); p++) {
            sum += (double) ofItem.value(p) * weightOf(ofItem.column(p), to);
        }
        return sum;
    }

    private float weightOf(int term, int item) {
        int low = ofTerm.start(term);
        int high = ofTerm.end(term) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = ofTerm.column(middle);
            if (found == item) {
                return ofTerm.value(middle);
            }
            if (found < item) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0f;
    }

    /** Weighted terms, in the order in which they came up. Not thread-safe. */
    static final class Profile {
        private final float[] weights;
        private final boolean[] known;
        private int[] touched = new int[64];
        private int size;

        private Profile(int terms) {
            this.weights = new float[terms];
            this.known = new boolean[terms];
        }

        private void add(int term, float weight) {
            set(term, weights[term] + weight);
        }

        private void set(int term, float weight) {
            if (!known[term]) {
                known[term] = true;
                if (size == touched.length) {
                    touched = Arrays.copyOf(touched, 2 * size);
                }
                touched[size++] = term;
            }
            weights[term] = weight;
        }

        double length() {
            double sum = 0;
            for (int n = 0; n < size; n++) {
                sum += (double) weights[touched[n]] * weights[touched[n]];
            }
            return Math.sqrt(sum);
        }
    }
}
