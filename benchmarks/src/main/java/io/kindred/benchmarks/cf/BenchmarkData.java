package io.kindred.benchmarks.cf;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;

/**
 * Data to train on.
 *
 * @param name for the table
 * @param interactions without repeats
 */
record BenchmarkData(String name, Interactions interactions) {
    /**
     * Random pairs: items by Zipf's law, the number of items of a user by a log-normal one.
     *
     * @param pairs how many different ones, roughly
     */
    static BenchmarkData generated(int users, int items, int pairs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] cumulative = new double[items];
        double sum = 0;
        for (int i = 0; i < items; i++) {
            sum += Math.pow(i + 10, -0.8);
            cumulative[i] = sum;
        }
        double[] activity = new double[users];
        double total = 0;
        for (int u = 0; u < users; u++) {
            activity[u] = Math.exp(random.nextGaussian() * 0.9);
            total += activity[u];
        }
        Interactions.Builder builder = Interactions.builder(ids("u", users), ids("i", items), TimeKind.NONE);
        boolean[] taken = new boolean[items];
        for (int u = 0; u < users; u++) {
            int count = Math.clamp(Math.round(activity[u] / total * pairs), 1, items / 2);
            int[] chosen = new int[count];
            for (int n = 0; n < count; n++) {
                int item;
                do {
                    int at = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
                    item = at < 0 ? -at - 1 : at;
                } while (taken[item]);
                taken[item] = true;
                chosen[n] = item;
                builder.add(u, item, 1f, 0);
            }
            for (int item : chosen) {
                taken[item] = false;
            }
        }
        return new BenchmarkData("generated " + users + " x " + items, builder.build());
    }

    /** A text file, gzipped or not, with one user a line: the user's id and then item ids, separated by blanks. */
    static BenchmarkData sequences(Path file) {
        Vocabulary.Builder users = Vocabulary.builder();
        Vocabulary.Builder items = Vocabulary.builder();
        int[] pairs = new int[1 << 16];
        int size = 0;
        try (InputStream in = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.strip().split(" +");
                int user = users.add(words[0]);
                for (int w = 1; w < words.length; w++) {
                    if (size + 2 > pairs.length) {
                        pairs = Arrays.copyOf(pairs, pairs.length * 2);
                    }
                    pairs[size++] = user;
                    pairs[size++] = items.add(words[w]);
                }
            }
        } catch (IOException e) {
            throw new KindredException("cannot read " + file + ": " + e.getMessage(), e);
        }
        Interactions.Builder builder = Interactions.builder(users.build(), items.build(), TimeKind.NONE);
        for (int p = 0; p < size; p += 2) {
            builder.add(pairs[p], pairs[p + 1], 1f, 0);
        }
        return new BenchmarkData(file.getFileName().toString(), builder.build().distinct());
    }

    private static Vocabulary ids(String prefix, int size) {
        Vocabulary.Builder builder = Vocabulary.builder();
        for (int i = 0; i < size; i++) {
            builder.add(prefix + i);
        }
        return builder.build();
    }
}
