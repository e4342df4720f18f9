package io.kindred.models.cf.hybridmf;

import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.models.cf.golden.GoldenData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** MovieLens 100K with its features, from the folder {@code data/ml-100k} of the shared folder. */
final class MovieLens {
    private MovieLens() {}

    /** The data; the calling test is skipped, and says why, where they are missing. */
    static TrainingData orSkip() {
        Path folder = GoldenData.shared().resolve("data").resolve("ml-100k");
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                "there is no data set at " + folder + "; set -Dkindred.shared to the folder that has data/");
        Vocabulary.Builder users = Vocabulary.builder();
        Vocabulary.Builder items = Vocabulary.builder();
        List<String[]> rows = rows(folder.resolve("ml-100k.inter.gz"));
        for (String[] row : rows) {
            users.add(row[0]);
            items.add(row[1]);
        }
        Interactions.Builder interactions = Interactions.builder(users.build(), items.build(), TimeKind.TIMESTAMP);
        for (String[] row : rows) {
            interactions.add(
                    users.indexOf(row[0]), items.indexOf(row[1]), Float.parseFloat(row[2]), Long.parseLong(row[3]));
        }
        Interactions all = interactions.build();
        List<String[]> people = rows(folder.resolve("ml-100k.user"));
        List<String[]> films = rows(folder.resolve("ml-100k.item"));
        return new TrainingData(
                all,
                new FeatureTable(
                        all.users(),
                        List.of(
                                numbers("age", all.users(), people, 1),
                                categories("gender", all.users(), people, 2),
                                categories("occupation", all.users(), people, 3))),
                new FeatureTable(
                        all.items(),
                        List.of(
                                numbers("release_year", all.items(), films, 2),
                                categories("class", all.items(), films, 3))),
                Provenance.memory());
    }

    private static FeatureColumn numbers(String name, Vocabulary ids, List<String[]> rows, int field) {
        double[] values = new double[ids.size()];
        Arrays.fill(values, Double.NaN);
        for (String[] row : rows) {
            int index = ids.indexOf(row[0]);
            if (index >= 0 && row.length > field && row[field].matches("\\d+")) {
                values[index] = Double.parseDouble(row[field]);
            }
        }
        return new FeatureColumn.Numbers(name, values);
    }

    private static FeatureColumn categories(String name, Vocabulary ids, List<String[]> rows, int field) {
        Vocabulary.Builder names = Vocabulary.builder();
        List<List<Integer>> codes = new ArrayList<>();
        for (int r = 0; r < ids.size(); r++) {
            codes.add(List.of());
        }
        for (String[] row : rows) {
            int index = ids.indexOf(row[0]);
            if (index >= 0 && row.length > field && !row[field].isBlank()) {
                codes.set(
                        index,
                        Arrays.stream(row[field].split(" ")).map(names::add).toList());
            }
        }
        int[] offsets = new int[ids.size() + 1];
        for (int r = 0; r < ids.size(); r++) {
            offsets[r + 1] = offsets[r] + codes.get(r).size();
        }
        int[] all =
                codes.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
        return new FeatureColumn.Categories(name, names.build(), offsets, all, false);
    }

    /** Tab-separated fields, without the header. */
    private static List<String[]> rows(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
