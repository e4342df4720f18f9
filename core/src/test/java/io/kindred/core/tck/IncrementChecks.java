package io.kindred.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TrainingData;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.IncrementallyTrainable;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What must hold when a model is updated rather than trained anew. */
final class IncrementChecks {
    private IncrementChecks() {}

    /** The vocabularies and histories are the base's with the news behind them. */
    static void hasGrown(Recommender updated, Recommender base, UserHistories expected, TrainingData news) {
        assertThat(updated.info()).isEqualTo(base.info());
        assertThat(updated.users()).isEqualTo(news.interactions().users());
        assertThat(updated.items()).isEqualTo(news.interactions().items());
        assertThat(updated.histories().userCount()).isEqualTo(expected.userCount());
        for (int u = 0; u < expected.userCount(); u++) {
            assertThat(updated.histories().of(u)).as("history of user %d", u).containsExactly(expected.of(u));
        }
    }

    /** Every user with a history gets scores, and every new item that somebody had is scored for somebody. */
    static void everybodyIsScored(Recommender updated, Recommender base) {
        ContractChecks.scoresAreProper(updated);
        boolean[] scored = new boolean[updated.items().size()];
        float[] scores = new float[scored.length];
        for (int u = 0; u < updated.users().size(); u++) {
            int[] history = updated.histories().of(u);
            if (history.length == 0) {
                continue;
            }
            if (updated instanceof UserItemScorer scorer) {
                assertThat(scorer.canScore(u))
                        .as("whether user %d, who had %d items, is scored", u, history.length)
                        .isTrue();
                scorer.scoreAll(u, scores);
            } else if (updated instanceof FoldIn foldIn) {
                foldIn.scoreHistory(history, null, scores);
            }
            for (int i = 0; i < scores.length; i++) {
                scored[i] |= !Float.isNaN(scores[i]);
            }
        }
        for (int i = base.items().size(); i < scored.length; i++) {
            assertThat(scored[i] || updated.histories().count(i) == 0)
                    .as("whether the new item %d is scored for somebody", i)
                    .isTrue();
        }
    }

    /** Ids in another order are not taken for an extension. */
    static void refusesRenumbering(
            IncrementallyTrainable trainer, Recommender base, TrainingData news, TrainingContext context) {
        Interactions plain = news.interactions();
        List<String> backwards = new ArrayList<>(plain.users().ids());
        Collections.reverse(backwards);
        Vocabulary users = Vocabulary.of(backwards);
        TrainingData renumbered = new TrainingData(
                Interactions.builder(users, plain.items(), plain.timeKind())
                        .add(0, 0, 1f, ContractData.START)
                        .build(),
                FeatureTable.none(users),
                news.itemFeatures(),
                news.provenance());
        assertThatThrownBy(() -> trainer.update(base, renumbered, context))
                .as("an update over users in another order")
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("users");
    }
}
