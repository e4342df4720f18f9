package io.kindred.evaluation;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reference results on MovieLens 100K, computed with NumPy and SciPy. A dense index is the rank of the numeric id. */
final class Golden {
    private final Path folder;
    final Interactions train;
    final Interactions test;
    final Map<String, Object> expected;

    Golden() throws IOException {
        this.folder = Shared.golden("ml-100k-leave-last-out");
        List<String[]> trainRows = rows("train.tsv");
        List<String[]> testRows = rows("test.tsv");
        Vocabulary users = byNumber(0, trainRows, testRows);
        Vocabulary items = byNumber(1, trainRows, testRows);
        this.train = interactions(users, items, trainRows);
        this.test = interactions(users, items, testRows);
        this.expected = Json.parseObject(Files.readString(folder.resolve("expected.json")), "expected.json");
    }

    /** The list of each user index as item indices. */
    int[][] lists(String model) throws IOException {
        int[][] lists = new int[train.userCount()][];
        for (String line : Files.readAllLines(folder.resolve("top20-" + model + ".tsv"))) {
            String[] cells = line.split("\t");
            String[] ids = cells[1].split(" ");
            int[] list = new int[ids.length];
            for (int r = 0; r < ids.length; r++) {
                list[r] = train.items().indexOf(ids[r]);
            }
            lists[train.users().indexOf(cells[0])] = list;
        }
        return lists;
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
    }

    private static Vocabulary byNumber(int column, List<String[]> train, List<String[]> test) {
        TreeSet<Integer> ids = new TreeSet<>();
        train.forEach(row -> ids.add(Integer.valueOf(row[column])));
        test.forEach(row -> ids.add(Integer.valueOf(row[column])));
        return Vocabulary.of(ids.stream().map(String::valueOf).toList());
    }

    private static Interactions interactions(Vocabulary users, Vocabulary items, List<String[]> rows) {
        Interactions.Builder builder = Interactions.builder(users, items, TimeKind.TIMESTAMP);
        for (String[] row : rows) {
            builder.add(users.indexOf(row[0]), items.indexOf(row[1]), Float.parseFloat(row[2]), Long.parseLong(row[3]));
        }
        return builder.build();
    }
}
