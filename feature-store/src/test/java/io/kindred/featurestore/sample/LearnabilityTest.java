package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample has to show what a recommender is good for: neighbours must find what popularity does not. */
final class LearnabilityTest {
    private static final int ITEMS = SmallSample.SAMPLE.world().films().size();
    private static final int K = 10;

    private static List<List<Interaction>> histories() {
        Map<Integer, List<Interaction>> byUser = new HashMap<>();
        for (Interaction one : SmallSample.SAMPLE.interactions()) {
            byUser.computeIfAbsent(one.user(), user -> new ArrayList<>()).add(one);
        }
        return byUser.values().stream().filter(history -> history.size() > 4).toList();
    }

    /** Number of items in training for each pair; the diagonal is the popularity. */
    private static int[][] coOccurrences(List<List<Interaction>> histories) {
        int[][] counts = new int[ITEMS][ITEMS];
        for (List<Interaction> history : histories) {
            for (int a = 0; a < history.size() - 1; a++) {
                for (int b = 0; b < history.size() - 1; b++) {
                    counts[history.get(a).item()][history.get(b).item()]++;
                }
            }
        }
        return counts;
    }

    private static boolean inTop(double[] scores, List<Interaction> history) {
        int target = history.getLast().item();
        boolean[] seen = new boolean[ITEMS];
        history.subList(0, history.size() - 1).forEach(one -> seen[one.item()] = true);
        int better = 0;
        for (int item = 0; item < ITEMS; item++) {
            boolean ahead = scores[item] > scores[target] || (scores[item] == scores[target] && item < target);
            better += !seen[item] && ahead ? 1 : 0;
        }
        return better < K;
    }

    @Test
    void cosineNeighboursHitTheLastFilmMoreOftenThanPopularity() {
        List<List<Interaction>> histories = histories();
        int[][] counts = coOccurrences(histories);
        double[] popularity = new double[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            popularity[item] = counts[item][item];
        }
        int popularHits = 0;
        int neighbourHits = 0;
        for (List<Interaction> history : histories) {
            double[] scores = new double[ITEMS];
            for (Interaction one : history.subList(0, history.size() - 1)) {
                for (int item = 0; item < ITEMS; item++) {
                    double norm = Math.sqrt(popularity[item] * popularity[one.item()]);
                    scores[item] += counts[one.item()][item] / (norm + 5);
                }
            }
            popularHits += inTop(popularity, history) ? 1 : 0;
            neighbourHits += inTop(scores, history) ? 1 : 0;
        }

        assertThat(popularHits).isPositive();
        assertThat(neighbourHits / (double) popularHits).isGreaterThan(1.3);
    }
}
