package io.kindred.models.cf.content;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Tokenizer;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.Cancellation;
import io.kindred.core.model.Suggestion;
import io.kindred.core.scorer.TermIndex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How often each item has each term, in the order of the terms. Immutable.
 *
 * @param terms the terms, most common first
 * @param starts of the items' rows in the other two, and one more
 * @param columns term indices, ascending in a row
 * @param counts how often
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the record only saves the boilerplate of a constructor
record ItemTerms(Vocabulary terms, int[] starts, int[] columns, int[] counts) {
    /**
     * Reads the terms of items.
     *
     * @param model who asks, for the error
     * @throws KindredException if there is nothing to read, or a named column is not there
     */
    static ItemTerms read(String model, FeatureTable table, TermChoice choice, Cancellation cancellation)
            throws InterruptedException {
        List<FeatureColumn> columns = columns(model, table, choice.columns());
        int items = table.ids().size();
        Vocabulary.Builder names = Vocabulary.builder();
        Set<String> stopWords = choice.stopWords().words();
        int[][] found = new int[items][];
        for (int i = 0; i < items; i++) {
            if (i % 256 == 0) {
                cancellation.check();
            }
            Row row = new Row();
            for (FeatureColumn column : columns) {
                read(column, i, stopWords, names, row);
            }
            found[i] = Arrays.copyOf(row.terms, row.size);
            Arrays.sort(found[i]);
        }
        return chosen(model, names.build(), found, choice);
    }

    private static List<FeatureColumn> columns(String model, FeatureTable table, String wanted) {
        List<FeatureColumn> readable =
                table.columns().stream().filter(ItemTerms::isReadable).toList();
        List<String> names = readable.stream().map(FeatureColumn::name).toList();
        if (readable.isEmpty()) {
            throw new KindredException(model + " needs item features of text or categories, and the data have none;"
                    + " put a file with an item column and titles, descriptions or categories beside the interactions");
        }
        if (wanted.isBlank()) {
            return readable;
        }
        List<FeatureColumn> chosen = new ArrayList<>();
        for (String part : wanted.split(",")) {
            String name = part.strip();
            FeatureColumn column = readable.stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new KindredException(model + " has columns=" + wanted + ", but '" + name
                            + "' is no item column of text or categories; available: " + String.join(", ", names)
                            + Suggestion.didYouMean(name, names)));
            chosen.add(column);
        }
        return chosen;
    }

    private static boolean isReadable(FeatureColumn column) {
        return column instanceof FeatureColumn.Text || column instanceof FeatureColumn.Categories;
    }

    private static void read(FeatureColumn column, int item, Set<String> stopWords, Vocabulary.Builder names, Row row) {
        switch (column) {
            case FeatureColumn.Text text -> {
                if (text.values()[item] != null) {
                    Tokenizer.words(text.values()[item], word -> {
                        if (!stopWords.contains(word)) {
                            row.add(names.add(word));
                        }
                    });
                }
            }
            case FeatureColumn.Categories categories -> {
                for (String value : categories.of(item)) {
                    String term = TermIndex.category(column.name(), value);
                    if (term.getBytes(StandardCharsets.UTF_8).length <= Vocabulary.MAX_ID_BYTES) {
                        row.add(names.add(term));
                    }
                }
            }
            case FeatureColumn.Numbers numbers -> {}
            case FeatureColumn.Vectors vectors -> {}
        }
    }

    private static ItemTerms chosen(String model, Vocabulary all, int[][] found, TermChoice choice) {
        int[] documents = new int[all.size()];
        for (int[] row : found) {
            for (int p = 0; p < row.length; p++) {
                documents[row[p]] += p == 0 || row[p] != row[p - 1] ? 1 : 0;
            }
        }
        double most = choice.maxDocumentShare() * found.length;
        List<Integer> kept = new ArrayList<>();
        for (int t = 0; t < documents.length; t++) {
            if (documents[t] >= choice.minDocuments() && documents[t] <= most) {
                kept.add(t);
            }
        }
        // The sort is stable, so terms that equally many items have stay in the order of their first appearance.
        kept.sort(Comparator.comparingInt((Integer t) -> documents[t]).reversed());
        if (kept.isEmpty()) {
            throw new KindredException(model + " found no term that at least " + choice.minDocuments()
                    + " items and at most a share of " + choice.maxDocumentShare()
                    + " of them have; lower minDocuments or raise maxDocumentShare");
        }
        int[] renumbered = new int[documents.length];
        Arrays.fill(renumbered, -1);
        Vocabulary.Builder terms = Vocabulary.builder();
        for (int t : kept.subList(0, Math.min(choice.maxTerms(), kept.size()))) {
            renumbered[t] = terms.add(all.idOf(t));
        }
        return compressed(terms.build(), found, renumbered);
    }

    private static ItemTerms compressed(Vocabulary terms, int[][] found, int[] renumbered) {
        int[] starts = new int[found.length + 1];
        Row columns = new Row();
        Row counts = new Row();
        for (int i = 0; i < found.length; i++) {
            int[] row = Arrays.stream(found[i])
                    .map(t -> renumbered[t])
                    .filter(t -> t >= 0)
                    .sorted()
                    .toArray();
            for (int p = 0; p < row.length; p++) {
                if (p > 0 && row[p] == row[p - 1]) {
                    counts.terms[counts.size - 1]++;
                } else {
                    columns.add(row[p]);
                    counts.add(1);
                }
            }
            starts[i + 1] = columns.size;
        }
        return new ItemTerms(
                terms, starts, Arrays.copyOf(columns.terms, columns.size), Arrays.copyOf(counts.terms, counts.size));
    }

    int itemCount() {
        return starts.length - 1;
    }

    /** How many items have each term. */
    int[] documents() {
        int[] documents = new int[terms.size()];
        for (int term : columns) {
            documents[term]++;
        }
        return documents;
    }

    /** Numbers that grow in number. */
    private static final class Row {
        private int[] terms = new int[64];
        private int size;

        void add(int term) {
            if (size == terms.length) {
                terms = Arrays.copyOf(terms, 2 * size);
            }
            terms[size++] = term;
        }
    }
}
