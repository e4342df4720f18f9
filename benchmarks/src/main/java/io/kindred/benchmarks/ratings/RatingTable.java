package io.kindred.benchmarks.ratings;

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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a table of user, item, rating and Unix seconds, separated by tabs, with or without a header line, gzipped or not. */
public final class RatingTable {
    private RatingTable() {}

    /**
     * The ratings of a file.
     *
     * @throws KindredException if the file cannot be read or a line is not of that form
     */
    public static Interactions read(Path file) {
        Vocabulary.Builder users = Vocabulary.builder();
        Vocabulary.Builder items = Vocabulary.builder();
        List<String[]> lines = lines(file);
        for (String[] line : lines) {
            users.add(line[0]);
            items.add(line[1]);
        }
        Vocabulary userIds = users.build();
        Vocabulary itemIds = items.build();
        Interactions.Builder builder = Interactions.builder(userIds, itemIds, TimeKind.TIMESTAMP);
        for (String[] line : lines) {
            builder.add(userIds.indexOf(line[0]), itemIds.indexOf(line[1]), Float.parseFloat(line[2]), (long)
                    Double.parseDouble(line[3]));
        }
        return builder.build();
    }

    private static List<String[]> lines(Path file) {
        List<String[]> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split("\t", -1);
                if (fields.length != 4) {
                    throw new KindredException(file + " has the line '" + line
                            + "'; expected user, item, rating and time, separated by tabs");
                }
                boolean header = lines.isEmpty() && fields[2].startsWith("rating");
                if (!header) {
                    lines.add(fields);
                }
            }
        } catch (IOException e) {
            throw new KindredException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return lines;
    }
}
