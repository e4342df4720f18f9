package io.kindred.core.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.artifact.Artifacts;
import io.kindred.core.artifact.OpenArtifact;
import io.kindred.core.data.FeatureEncoding;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.Capability;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two factors and the items' bias; items i0 to i5. */
class FeatureFactorsModelTest {
    private static final float[] ITEMS = {
        1, 0, 0.5f, //
        0, 1, 0, //
        1, 1, -1, //
        0, 0, 3, //
        2, 0, 0, //
        0, 2, 0,
    };
    private static final float[] VECTORS = {
        1, 0, 0, // gender=F
        0, 1, 0, // gender=M
        0, 0.5f, 0, // age#0
        4, 0, 0, // age#1
    };

    @TempDir
    Path dir;

    @Test
    void aUserOfFeaturesAloneIsTheirSumOnTheBase() {
        float[] scores = new float[6];

        model().scoreFeatures(Map.of("gender", "F", "age", 12), scores);

        // (1, 0.5, 1) times the items.
        assertThat(scores).containsExactly(1.5f, 0.5f, 0.5f, 3f, 2f, 1f);
    }

    @Test
    void unknownFeaturesGiveNoScoreSoThatTheDispatcherFallsBack() {
        float[] scores = new float[6];

        model().scoreFeatures(Map.of("gender", "X", "shoe", 42), scores);

        assertThat(scores).containsOnly(Float.NaN);
        assertThat(answer(model(), Map.of("gender", "X")).strategy()).isEqualTo(Strategy.FALLBACK);
        assertThat(answer(model(), Map.of("gender", "M")).strategy()).isEqualTo(Strategy.COLD_START);
    }

    @Test
    void savedAndLoadedItAnswersTheSame() {
        FeatureFactorsModel model = model();
        Artifacts.save(dir.resolve("m"), model, ToyModels.DETAILS);

        try (OpenArtifact open = Artifacts.open(dir.resolve("m"))) {
            assertThat(open.model()).isInstanceOf(FeatureFactorsModel.class);
            assertThat(Capability.of(open.model()))
                    .isEqualTo(Capability.of(model))
                    .contains(Capability.COLD_START, Capability.FOLD_IN, Capability.SIMILAR_ITEMS)
                    .doesNotContain(Capability.RATING_PREDICTOR);
            for (Map<String, Object> features : List.<Map<String, Object>>of(
                    Map.of("gender", "F"), Map.of("age", 40, "gender", List.of("F", "M")), Map.of("age", "?"))) {
                assertThat(answer(open.model(), features)).isEqualTo(answer(model, features));
            }
            RecommendationQuery history =
                    RecommendationQuery.builder().history(List.of("i1", "i4")).build();
            assertThat(Dispatcher.recommend(open.model(), history)).isEqualTo(Dispatcher.recommend(model, history));
        }
    }

    @Test
    void withoutAnyFeatureItStillSavesAndLoads() {
        FeatureFactorsModel model = model(new FeatureEmbeddings(
                new FeatureEncoding(Vocabulary.empty(), new float[0]), FloatMatrix.zeros(0, 3), new float[] {0, 0, 1}));
        Artifacts.save(dir.resolve("m"), model, ToyModels.DETAILS);

        try (OpenArtifact open = Artifacts.open(dir.resolve("m"))) {
            assertThat(answer(open.model(), Map.of("age", 3)).strategy()).isEqualTo(Strategy.FALLBACK);
        }
    }

    @Test
    void ratingsTooAreSavedWithTheirFeatures() {
        FeatureRatingsModel model = ratings();
        Artifacts.save(dir.resolve("m"), model, ToyModels.DETAILS);

        try (OpenArtifact open = Artifacts.open(dir.resolve("m"))) {
            assertThat(open.model()).isInstanceOf(FeatureRatingsModel.class);
            assertThat(Capability.of(open.model()))
                    .isEqualTo(Capability.of(model))
                    .contains(Capability.COLD_START, Capability.RATING_PREDICTOR, Capability.FOLD_IN);
            FeatureRatingsModel loaded = (FeatureRatingsModel) open.model();
            // u0 is (1, 2, 1): 1.5 for i0, 3 for i3, 4 for i5; u1 is (-1, 0, 1): -2 for i2.
            assertThat(loaded.predictRating(0, 0)).isEqualTo(1.5f);
            assertThat(loaded.predictRating(0, 5)).isEqualTo(3.5f);
            assertThat(loaded.predictRating(1, 2)).isEqualTo(1f);
            assertThat(answer(loaded, Map.of("gender", "F"))).isEqualTo(answer(model, Map.of("gender", "F")));
        }
    }

    @Test
    void partsThatDoNotFitAreRefusedAsAnArtifactProblem() {
        FeatureFactorsModel whole = model();
        TrainedModel mangled = new TrainedModel() {
            @Override
            public void save(ArtifactWriter out) throws IOException {
                out.vocabulary("users", whole.users());
                out.vocabulary("items", whole.items());
                out.histories("histories", whole.histories());
                out.matrix("user_factors", whole.userFactors());
                out.matrix("item_factors", whole.itemVectors());
                foldIn().save(out, "fold_in_gram");
                out.vocabulary("user_features", Vocabulary.of(List.of("gender=F")));
                out.matrix("user_feature_edges", FloatMatrix.zeros(1, 2));
                out.matrix("user_feature_vectors", FloatMatrix.zeros(4, 3));
                out.matrix("user_base", FloatMatrix.zeros(1, 3));
            }

            @Override
            public ModelInfo info() {
                return whole.info();
            }

            @Override
            public Vocabulary users() {
                return whole.users();
            }

            @Override
            public Vocabulary items() {
                return whole.items();
            }

            @Override
            public UserHistories histories() {
                return whole.histories();
            }
        };
        Artifacts.save(dir.resolve("m"), mangled, ToyModels.DETAILS);

        assertThatThrownBy(() -> Artifacts.open(dir.resolve("m")))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("do not fit together")
                .hasMessageContaining("2 edges");
    }

    private static Recommendations answer(io.kindred.core.model.Recommender model, Map<String, Object> features) {
        return Dispatcher.recommend(
                model, RecommendationQuery.builder().features(features).build());
    }

    private static FeatureFactorsModel model() {
        return model(embeddings());
    }

    private static FeatureFactorsModel model(FeatureEmbeddings embeddings) {
        PopularityModel toy = ToyModels.popularity(1, 1, 1, 1, 1, 1);
        return new FeatureFactorsModel(
                info(), toy.users(), toy.items(), toy.histories(), userFactors(), itemFactors(), embeddings);
    }

    private static FeatureRatingsModel ratings() {
        PopularityModel toy = ToyModels.popularity(1, 1, 1, 1, 1, 1);
        return new FeatureRatingsModel(
                info(),
                toy.users(),
                toy.items(),
                toy.histories(),
                userFactors(),
                itemFactors(),
                new RatingScale(1, 3.5f),
                new RatingFoldIn(FloatMatrix.of(new float[] {0, 0, 1}, 1, 3), 2, 1, 0),
                2,
                embeddings());
    }

    private static ModelInfo info() {
        return new ModelInfo("toy", ArtifactKind.FACTORS, Map.of(), true);
    }

    private static FloatMatrix userFactors() {
        return FloatMatrix.of(new float[] {1, 2, 1, -1, 0, 1, 0, 0, 0}, 3, 3);
    }

    private static FloatMatrix itemFactors() {
        return FloatMatrix.of(ITEMS, 6, 3);
    }

    private static ImplicitFoldIn foldIn() {
        FloatMatrix gram = FloatMatrix.zeros(3, 3);
        for (int i = 0; i < 6; i++) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    gram.array()[a * 3 + b] += 0.1f * ITEMS[i * 3 + a] * ITEMS[i * 3 + b];
                }
            }
        }
        return new ImplicitFoldIn(gram, 1, 0.1, 0.1, 0);
    }

    private static FeatureEmbeddings embeddings() {
        FeatureEncoding encoding = new FeatureEncoding(
                Vocabulary.of(List.of("gender=F", "gender=M", "age#0", "age#1")),
                new float[] {Float.NaN, Float.NaN, Float.NEGATIVE_INFINITY, 18});
        return new FeatureEmbeddings(encoding, FloatMatrix.of(VECTORS, 4, 3), new float[] {0, 0, 1});
    }
}
