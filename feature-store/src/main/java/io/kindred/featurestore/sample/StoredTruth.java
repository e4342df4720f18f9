package io.kindred.featurestore.sample;

import io.kindred.core.KindredException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The truth with the ids that its dense indices stand for, as it lies in {@code truth/} of a sample folder.
 * Reading gives back exactly what was written.
 *
 * @param truth what no log shows
 * @param users ids of the viewers by dense index
 * @param items ids of the films by dense index
 */
public record StoredTruth(SimulatedTruth truth, List<String> users, List<String> items) {
    private static final String FOLDER = "truth";
    private static final String MODEL = "model.tsv";
    private static final String ITEMS = "items.tsv";
    private static final String USERS = "users.tsv";
    private static final String TASTES = "tastes.tsv";
    private static final int ITEM_COLUMNS = 4;
    private static final int TASTE_COLUMNS = 2;

    public StoredTruth {
        users = List.copyOf(users);
        items = List.copyOf(items);
    }

    void write(Path sampleFolder) throws IOException {
        Path folder = Files.createDirectory(sampleFolder.resolve(FOLDER));
        writeModel(folder.resolve(MODEL));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(ITEMS))) {
            out.write("item_id\tpopularity_rank\tappeal\tpremiere" + vectorHeader('q'));
            for (int item = 0; item < truth.items(); item++) {
                StringBuilder line = new StringBuilder(items.get(item));
                line.append('\t').append(truth.popularityRank(item)).append('\t');
                Decimals.append(line, truth.appeal(item), Decimals.TRUTH_DIGITS);
                line.append('\t').append(truth.premiere(item));
                out.append(withVector(line, truth.place(item)));
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(USERS))) {
            out.write("user_id\trating_bias\n");
            for (int user = 0; user < truth.users(); user++) {
                StringBuilder line = new StringBuilder(users.get(user)).append('\t');
                Decimals.append(line, truth.ratingBias(user), Decimals.TRUTH_DIGITS);
                out.append(line.append('\n'));
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(TASTES))) {
            out.write("user_id\tepoch" + vectorHeader('p'));
            for (int user = 0; user < truth.users(); user++) {
                for (int epoch = 0; epoch < truth.epochs(); epoch++) {
                    StringBuilder line =
                            new StringBuilder(users.get(user)).append('\t').append(epoch);
                    out.append(withVector(line, truth.taste(user, epoch)));
                }
            }
        }
    }

    private void writeModel(Path file) throws IOException {
        ClickModel model = truth.model();
        Files.writeString(
                file,
                "name\tvalue"
                        + "\nstart\t" + truth.start()
                        + "\nepoch_seconds\t" + truth.epochSeconds()
                        + "\nepochs\t" + truth.epochs()
                        + "\nfactors\t" + truth.factors()
                        + "\nclick_bias\t" + model.bias()
                        + "\nclick_affinity\t" + model.affinityWeight()
                        + "\nclick_appeal\t" + model.appealWeight()
                        + "\nposition_bias\t" + model.positionBias()
                        + "\nrating_mean\t" + model.meanRating()
                        + "\nrating_affinity\t" + model.affinityRating()
                        + "\nrating_appeal\t" + model.appealRating()
                        + "\nrating_typical_affinity\t" + model.typicalAffinity()
                        + "\n");
    }

    private String vectorHeader(char name) {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < truth.factors(); i++) {
            header.append('\t').append(name).append(i);
        }
        return header.append('\n').toString();
    }

    private static StringBuilder withVector(StringBuilder line, double[] vector) {
        for (double value : vector) {
            line.append('\t');
            Decimals.append(line, value, Decimals.TRUTH_DIGITS);
        }
        return line.append('\n');
    }

    /**
     * Reads the truth of a sample folder.
     *
     * @throws KindredException if the folder has no complete truth
     */
    public static StoredTruth read(Path sampleFolder) {
        Path folder = sampleFolder.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new KindredException(sampleFolder + " has no folder 'truth'; only simulated samples have one");
        }
        Map<String, String> values = new HashMap<>();
        for (String[] row : rows(folder.resolve(MODEL), 2)) {
            values.put(row[0], row[1]);
        }
        Constants constants = new Constants(folder.resolve(MODEL), values);
        int factors = (int) constants.number("factors");
        int epochs = (int) constants.number("epochs");
        try {
            return read(folder, constants, factors, epochs);
        } catch (NumberFormatException e) {
            throw new KindredException(
                    "the truth in " + folder + " has text where a number belongs: " + e.getMessage()
                            + "; write the sample again",
                    e);
        }
    }

    private static StoredTruth read(Path folder, Constants constants, int factors, int epochs) {
        List<String[]> itemRows = rows(folder.resolve(ITEMS), ITEM_COLUMNS + factors);
        List<String[]> userRows = rows(folder.resolve(USERS), 2);
        List<String[]> tasteRows = rows(folder.resolve(TASTES), TASTE_COLUMNS + factors);
        if (tasteRows.size() != userRows.size() * epochs) {
            throw new KindredException(folder.resolve(TASTES) + " has " + tasteRows.size() + " rows but needs "
                    + userRows.size() * epochs + "; write the sample again");
        }
        int items = itemRows.size();
        double[][] places = new double[items][];
        int[] ranks = new int[items];
        double[] appeals = new double[items];
        long[] premieres = new long[items];
        for (int item = 0; item < items; item++) {
            String[] row = itemRows.get(item);
            ranks[item] = Integer.parseInt(row[1]);
            appeals[item] = Double.parseDouble(row[2]);
            premieres[item] = Long.parseLong(row[3]);
            places[item] = vector(row, ITEM_COLUMNS);
        }
        int users = userRows.size();
        double[] biases = new double[users];
        double[][][] tastes = new double[users][epochs][];
        for (int user = 0; user < users; user++) {
            biases[user] = Double.parseDouble(userRows.get(user)[1]);
            for (int epoch = 0; epoch < epochs; epoch++) {
                tastes[user][epoch] = vector(tasteRows.get(user * epochs + epoch), TASTE_COLUMNS);
            }
        }
        SimulatedTruth truth = new SimulatedTruth(
                constants.clickModel(),
                (long) constants.number("start"),
                (long) constants.number("epoch_seconds"),
                places,
                ranks,
                appeals,
                premieres,
                tastes,
                biases);
        return new StoredTruth(truth, firstColumn(userRows), firstColumn(itemRows));
    }

    private static double[] vector(String[] row, int from) {
        double[] vector = new double[row.length - from];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Double.parseDouble(row[from + i]);
        }
        return vector;
    }

    private static List<String> firstColumn(List<String[]> rows) {
        return rows.stream().map(row -> row[0]).toList();
    }

    private static List<String[]> rows(Path file, int columns) {
        try {
            List<String[]> rows = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            for (int i = 1; i < lines.size(); i++) {
                String[] row = lines.get(i).split("\t", -1);
                if (row.length != columns) {
                    throw new KindredException(file + " line " + (i + 1) + " has " + row.length + " columns but needs "
                            + columns + "; write the sample again");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new KindredException("cannot read " + file + " (" + e.getMessage() + "); write the sample again", e);
        }
    }

    /** The constants of the model by their names in the file. */
    private record Constants(Path file, Map<String, String> values) {
        double number(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new KindredException(file + " has no '" + name + "'; it has "
                        + Arrays.toString(values.keySet().stream().sorted().toArray()));
            }
            return Double.parseDouble(value);
        }

        ClickModel clickModel() {
            return new ClickModel(
                    number("click_bias"),
                    number("click_affinity"),
                    number("click_appeal"),
                    number("position_bias"),
                    number("rating_mean"),
                    number("rating_affinity"),
                    number("rating_appeal"),
                    number("rating_typical_affinity"));
        }
    }
}
