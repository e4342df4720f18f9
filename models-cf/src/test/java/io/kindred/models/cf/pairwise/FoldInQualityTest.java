package io.kindred.models.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.TrainingData;
import io.kindred.core.model.FoldIn;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.Recommender;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.model.UserItemScorer;
import io.kindred.models.cf.HiddenTastes;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldInQualityTest {
    private static final int USERS = 600;
    private static final int KNOWN = 500;
    private static final HiddenTastes DATA = HiddenTastes.of(7, USERS, 200, 25);

    @ParameterizedTest
    @CsvSource({"bpr, 0.85", "warp, 0.85", "warp-kos, 0.85", "pure-svd, 0.85", "logistic-mf, 0.75"})
    void unseenUsersGetListsAlmostAsGoodAsKnownOnes(String name, double share) throws InterruptedException {
        TrainingData known = TrainingData.of(DATA.shown().filter((user, item, value, time, position) -> user < KNOWN));
        Recommender model = ModelCatalog.load()
                .trainer(name, Map.of("factors", 8))
                .train(known, TrainingContext.ofSeed(1).withThreads(2));

        double asKnown = DATA.ndcg((UserItemScorer) model, 0, KNOWN);
        double foldedIn = DATA.foldInNdcg((FoldIn) model, KNOWN, USERS);

        assertThat(asKnown).isGreaterThan(0.2);
        assertThat(foldedIn).isGreaterThan(share * asKnown);
    }
}
