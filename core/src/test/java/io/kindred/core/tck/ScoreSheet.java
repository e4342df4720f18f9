package io.kindred.core.tck;

import io.kindred.core.model.FoldIn;
import io.kindred.core.model.RatingPredictor;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.SessionAware;
import io.kindred.core.model.SimilarItems;
import io.kindred.core.model.UserItemScorer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything a model says about its users and items, to compare two models bit by bit. */
final class ScoreSheet {
    private final Map<String, float[]> rows = new LinkedHashMap<>();

    private ScoreSheet() {}

    static ScoreSheet of(Recommender model) {
        ScoreSheet sheet = new ScoreSheet();
        int items = model.items().size();
        for (int u = 0; u < model.users().size(); u++) {
            int[] history = model.histories().of(u);
            if (model instanceof UserItemScorer scorer && scorer.canScore(u)) {
                float[] scores = new float[items];
                scorer.scoreAll(u, scores);
                sheet.rows.put("user " + u, scores);
            }
            if (model instanceof RatingPredictor predictor) {
                float[] ratings = new float[items];
                for (int i = 0; i < items; i++) {
                    ratings[i] = predictor.predictRating(u, i);
                }
                sheet.rows.put("ratings of user " + u, ratings);
            }
            if (model instanceof RatingPredictor predictor) {
                float[] ratings = new float[items];
                for (int i = 0; i < items; i++) {
                    ratings[i] = predictor.predictRating(u, i);
                }
                sheet.rows.put("ratings of user " + u, ratings);
            }
            if (model instanceof FoldIn foldIn && history.length > 1) {
                float[] scores = new float[items];
                foldIn.scoreHistory(history, null, scores);
                sheet.rows.put("history of user " + u, scores);
            }
            if (model instanceof SessionAware aware && history.length > 1) {
                float[] scores = new float[items];
                aware.scoreSession(history, scores);
                sheet.rows.put("session of user " + u, scores);
            }
        }
        if (model instanceof SimilarItems similar) {
            for (int i = 0; i < items; i++) {
                float[] scores = new float[items];
                similar.scoreSimilar(i, scores);
                sheet.rows.put("items similar to " + i, scores);
            }
        }
        return sheet;
    }

    /** Where the other sheet has other bits, in words; empty where they are the same. */
    Optional<String> firstDifference(ScoreSheet other) {
        if (!rows.keySet().equals(other.rows.keySet())) {
            return Optional.of("one scores " + rows.keySet() + ", the other " + other.rows.keySet());
        }
        for (Map.Entry<String, float[]> row : rows.entrySet()) {
            int at = Arrays.mismatch(row.getValue(), other.rows.get(row.getKey()));
            if (at >= 0) {
                return Optional.of(row.getKey() + ", item " + at + ": " + row.getValue()[at] + " and "
                        + other.rows.get(row.getKey())[at]);
            }
        }
        return Optional.empty();
    }

    /** The scores by what they belong to. */
    Map<String, float[]> rows() {
        return rows;
    }
}
