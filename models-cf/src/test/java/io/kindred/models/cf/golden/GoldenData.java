package io.kindred.models.cf.golden;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.json.Json;
import io.kindred.core.model.Recommender;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * MovieLens 100K, the last interaction of each user held out, with results of independent NumPy implementations: the folder
 * {@code golden/ml-100k-leave-last-out} of the shared folder, which the tests look for at the system property
 * {@code kindred.shared} or as {@code ../shared} beside the repository.
 */
public final class GoldenData {
    private final Path folder;
    private final Vocabulary users;
    private final Vocabulary items;
    private final TrainingData train;
    private final Map<String, String> hidden;

    private GoldenData(Path folder) {
        this.folder = folder;
        List<String[]> trainRows = rows("train.tsv");
        List<String[]> testRows = rows("test.tsv");
        List<String[]> all =
                Stream.concat(trainRows.stream(), testRows.stream()).toList();
        // A dense index is the rank of the numeric id, so that ties fall as in the reference.
        this.users = numericOrder(all.stream().map(r -> r[0]));
        this.items = numericOrder(all.stream().map(r -> r[1]));
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.TIMESTAMP);
        for (String[] row : trainRows) {
            builder.add(users.indexOf(row[0]), items.indexOf(row[1]), Float.parseFloat(row[2]), Long.parseLong(row[3]));
        }
        this.train = TrainingData.of(builder.build());
        this.hidden = new HashMap<>();
        testRows.forEach(row -> hidden.put(row[0], row[1]));
    }

    /** The data; the calling test is skipped, and says why, where they are missing. */
    public static GoldenData orSkip() {
        Path folder = shared().resolve("golden").resolve("ml-100k-leave-last-out");
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                "there are no golden results at " + folder + "; set -Dkindred.shared to the folder that has golden/");
        return new GoldenData(folder);
    }

    /** The shared folder, which need not be there. */
    public static Path shared() {
        String property = System.getProperty("kindred.shared");
        return property == null ? besideTheRepository() : Path.of(property);
    }

    private static Path besideTheRepository() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("mvnw"))) {
                return at.resolveSibling("shared");
            }
        }
        return Path.of("shared").toAbsolutePath();
    }

    public TrainingData train() {
        return train;
    }

    /** The k best unseen items of every user, as ids, in the order of the users. */
    public List<List<String>> lists(Recommender model, int k) {
        List<List<String>> lists = new ArrayList<>();
        for (String user : users.ids()) {
            lists.add(Dispatcher.recommend(model, RecommendationQuery.forUser(user, k)).items().stream()
                    .map(Recommendations.Item::id)
                    .toList());
        }
        return lists;
    }

    /** The reference's 20 best items of every user. */
    public List<List<String>> expectedLists(String name) {
        return lines("top20-" + name + ".tsv").stream()
                .map(line -> List.of(line.split("\t")[1].split(" ")))
                .toList();
    }

    /** {@code hit@k}, {@code mrr@k} and {@code ndcg@k} of lists, where each user has one relevant item. */
    public Map<String, Double> metrics(List<List<String>> lists) {
        Map<String, Double> sums = new HashMap<>();
        for (int k : new int[] {5, 10, 20}) {
            double hits = 0;
            double reciprocal = 0;
            double gain = 0;
            for (int u = 0; u < lists.size(); u++) {
                int rank = lists.get(u).subList(0, k).indexOf(hidden.get(users.idOf(u))) + 1;
                if (rank > 0) {
                    hits++;
                    reciprocal += 1.0 / rank;
                    gain += Math.log(2) / Math.log(rank + 1);
                }
            }
            sums.put("hit@" + k, hits / lists.size());
            sums.put("mrr@" + k, reciprocal / lists.size());
            sums.put("ndcg@" + k, gain / lists.size());
        }
        return sums;
    }

    /** The reference's metrics of a model. */
    public Map<String, Double> expectedMetrics(String name) {
        Map<?, ?> expected = (Map<?, ?>) Json.parseObject(String.join("\n", lines("expected.json")), "expected.json")
                .get(name);
        Map<String, Double> metrics = new HashMap<>();
        ((Map<?, ?>) expected.get("metrics"))
                .forEach((metric, value) -> metrics.put((String) metric, ((Number) value).doubleValue()));
        return metrics;
    }

    /** A table of numbers, a row per dense index. */
    public List<float[]> table(String name) {
        List<float[]> table = new ArrayList<>();
        for (String line : lines(name)) {
            String[] cells = line.split("\t");
            float[] row = new float[cells.length];
            for (int c = 0; c < cells.length; c++) {
                row[c] = Float.parseFloat(cells[c]);
            }
            table.add(row);
        }
        return table;
    }

    /** The share of the reference's list entries that are also in the other lists. */
    public static double overlap(List<List<String>> lists, List<List<String>> expected) {
        double common = 0;
        double total = 0;
        for (int u = 0; u < expected.size(); u++) {
            List<String> list = lists.get(u);
            common += expected.get(u).stream().filter(list::contains).count();
            total += expected.get(u).size();
        }
        return common / total;
    }

    private static Vocabulary numericOrder(Stream<String> ids) {
        return Vocabulary.of(ids.distinct()
                .map(Integer::valueOf)
                .sorted()
                .map(String::valueOf)
                .toList());
    }

    private List<String[]> rows(String name) {
        return lines(name).stream().skip(1).map(line -> line.split("\t")).toList();
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
