package io.kindred.evaluation.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The compact letter display of all pairwise comparisons: two models share a letter exactly when no difference between them is
 * shown. Computed by insert-and-absorb (Piepho, An Algorithm for a Letter-Based Representation of All-Pairwise Comparisons,
 * 2004). Stateless and thread-safe.
 */
public final class LetterDisplay {
    private LetterDisplay() {}

    /**
     * Letters for models.
     *
     * @param different symmetric: {@code different[i][j]} where models i and j differ; best model first, so that it gets "a"
     * @return for each model its letters in alphabetical order, never empty; after "z" come "A" to "Z", then "a1", "b1", ...
     * @throws IllegalArgumentException if the matrix is not square, not symmetric, or a model differs from itself
     */
    public static List<String> of(boolean[][] different) {
        check(different);
        int models = different.length;
        List<BitSet> groups = new ArrayList<>();
        BitSet all = new BitSet(models);
        all.set(0, models);
        groups.add(all);
        for (int i = 0; i < models; i++) {
            for (int j = i + 1; j < models; j++) {
                if (different[i][j]) {
                    groups = apart(groups, i, j);
                }
            }
        }
        groups.sort(Comparator.comparing(LetterDisplay::members, Arrays::compare));
        List<StringBuilder> letters = new ArrayList<>();
        for (int m = 0; m < models; m++) {
            letters.add(new StringBuilder());
        }
        for (int g = 0; g < groups.size(); g++) {
            String letter = letter(g);
            groups.get(g).stream().forEach(m -> letters.get(m).append(letter));
        }
        return letters.stream().map(StringBuilder::toString).toList();
    }

    /** Splits every group that has both models, then drops groups that lie within another one. */
    private static List<BitSet> apart(List<BitSet> groups, int i, int j) {
        List<BitSet> inserted = new ArrayList<>();
        for (BitSet group : groups) {
            if (group.get(i) && group.get(j)) {
                inserted.add(without(group, i));
                inserted.add(without(group, j));
            } else {
                inserted.add(group);
            }
        }
        List<BitSet> kept = new ArrayList<>();
        for (int g = 0; g < inserted.size(); g++) {
            boolean absorbed = false;
            for (int other = 0; other < inserted.size() && !absorbed; other++) {
                boolean within = other != g && within(inserted.get(g), inserted.get(other));
                // Of two equal groups the first stays.
                absorbed = within && (other < g || !inserted.get(g).equals(inserted.get(other)));
            }
            if (!absorbed) {
                kept.add(inserted.get(g));
            }
        }
        return kept;
    }

    private static BitSet without(BitSet group, int model) {
        BitSet rest = (BitSet) group.clone();
        rest.clear(model);
        return rest;
    }

    private static boolean within(BitSet inner, BitSet outer) {
        BitSet rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
    }

    private static int[] members(BitSet group) {
        return group.stream().toArray();
    }

    private static String letter(int index) {
        String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        int round = index / letters.length();
        return letters.charAt(index % letters.length()) + (round == 0 ? "" : Integer.toString(round));
    }

    private static void check(boolean[][] different) {
        for (int i = 0; i < different.length; i++) {
            if (different[i].length != different.length) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + different[i].length + " columns for " + different.length + " models");
            }
            for (int j = 0; j <= i; j++) {
                if (different[i][j] != different[j][i] || (i == j && different[i][j])) {
                    throw new IllegalArgumentException("models " + j + " and " + i + " contradict each other");
                }
            }
        }
    }
}
