package io.kindred.core.scorer;

import io.kindred.core.artifact.ArtifactDetails;
import io.kindred.core.artifact.ArtifactWriter;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.UserHistories;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.math.SparseMatrix;
import io.kindred.core.model.ArtifactKind;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Small models with known numbers: users u0 (had i0, i1), u1 (had i1) and u2 (had nothing); items i0 to i5.
 */
public final class ToyModels {
    public static final ArtifactDetails DETAILS =
            new ArtifactDetails(new Provenance("toy", "abc", "leave-last-out/train", 3), 42, Map.of("ndcg@10", 0.25));

    private static final Vocabulary USERS = Vocabulary.of(List.of("u0", "u1", "u2"));
    private static final Vocabulary ITEMS = Vocabulary.of(List.of("i0", "i1", "i2", "i3", "i4", "i5"));

    private ToyModels() {}

    public static UserHistories histories() {
        Interactions interactions = Interactions.builder(USERS, ITEMS, TimeKind.ORDER)
                .add(0, 0)
                .add(0, 1)
                .add(1, 1)
                .build();
        return UserHistories.of(interactions);
    }

    public static TrainedModel of(ArtifactKind kind) {
        return switch (kind) {
            case POPULARITY -> popularity(1, 2, Float.NaN, 0, 0, 5);
            case ITEM_SIMILARITY -> similarity();
            case USER_SIMILARITY -> userSimilarity();
            case FACTORS -> factors();
            default -> throw new IllegalArgumentException(kind.id());
        };
    }

    public static PopularityModel popularity(float... scores) {
        return new PopularityModel(
                info(ArtifactKind.POPULARITY), USERS, ITEMS, histories(), FloatMatrix.of(scores, 1, 6));
    }

    /** i0 adds 1 to i2 and 3 to i3; i1 adds 2 to i2 and -1 to i4. */
    public static ItemSimilarityModel similarity() {
        SparseMatrix weights =
                SparseMatrix.of(new int[] {0, 2, 4, 4, 4, 4, 4}, new int[] {2, 3, 2, 4}, new float[] {1, 3, 2, -1}, 6);
        return new ItemSimilarityModel(info(ArtifactKind.ITEM_SIMILARITY), USERS, ITEMS, histories(), weights);
    }

    /**
     * u0's own profile counts half; u0 has the neighbour u1 with weight 2, u1 the neighbour u0 with weight 1. Profiles: u0 has 1
     * for i0 and 4 for i1, u1 has 1 for i1 and 3 for i4.
     */
    public static UserSimilarityModel userSimilarity() {
        SparseMatrix neighbours = SparseMatrix.of(new int[] {0, 1, 2, 2}, new int[] {1, 0}, new float[] {2, 1}, 3);
        SparseMatrix profiles =
                SparseMatrix.of(new int[] {0, 2, 4, 4}, new int[] {0, 1, 1, 4}, new float[] {1, 4, 1, 3}, 6);
        return new UserSimilarityModel(
                info(ArtifactKind.USER_SIMILARITY), USERS, ITEMS, histories(), neighbours, profiles, 0.5);
    }

    /** Random factors of dimension 20 with the fold-in of implicit ALS; u2's vector is zero. */
    public static ImplicitFactorsModel factors() {
        int d = 20;
        SplittableRandom random = new SplittableRandom(5);
        FloatMatrix users = FloatMatrix.zeros(3, d);
        FloatMatrix items = FloatMatrix.zeros(6, d);
        for (int p = 0; p < 2 * d; p++) {
            users.array()[p] = (float) random.nextDouble(-1, 1);
        }
        for (int p = 0; p < 6 * d; p++) {
            items.array()[p] = (float) random.nextDouble(-1, 1);
        }
        FloatMatrix gram = FloatMatrix.zeros(d, d);
        for (int i = 0; i < 6; i++) {
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    gram.array()[a * d + b] += items.get(i, a) * items.get(i, b);
                }
            }
        }
        return new ImplicitFactorsModel(
                info(ArtifactKind.FACTORS),
                USERS,
                ITEMS,
                histories(),
                users,
                items,
                new ImplicitFoldIn(gram, 10, 2, 1, 0));
    }

    /**
     * Ratings from 1 to 5 by {@code [p, bias, 1] . [q, 1, mean]} with one factor; of u2 nothing is known. The fold-in's ridge is
     * 1 and a half for each rating.
     */
    public static RatingFactorsModel ratings() {
        float[] users = {0.5f, 0.5f, 1f, -3f, 0f, 1f, 0f, 0f, 0f};
        float[] items = {1, 1, 3, -1, 1, 3, 0, 1, 4, 2, 1, 4, 0, 1, 3.5f, 1, 1, 4.5f};
        return new RatingFactorsModel(
                info(ArtifactKind.FACTORS),
                USERS,
                ITEMS,
                histories(),
                FloatMatrix.of(users, 3, 3),
                FloatMatrix.of(items, 6, 3),
                new RatingScale(1, 5),
                new RatingFoldIn(FloatMatrix.of(new float[] {0, 0, 1}, 1, 3), 2, 1, 0.5),
                1);
    }

    /**
     * Slope one on ratings from 1 to 5: i2 is rated 1 more than i0 and 2 less than i1, i3 half more than i0; u0's mean is 4,
     * u1's 2.
     */
    public static SlopeOneModel slopeOne() {
        return new SlopeOneModel(
                info(ArtifactKind.ITEM_SIMILARITY),
                USERS,
                ITEMS,
                histories(),
                SparseMatrix.of(
                        new int[] {0, 3, 5, 8, 10, 10, 10},
                        new int[] {0, 2, 3, 1, 2, 0, 1, 2, 0, 3},
                        new float[] {0, 1, 0.5f, 0, -2, -1, 2, 0, -0.5f, 0},
                        6),
                FloatMatrix.of(new float[] {4, 2, 3}, 3, 1),
                new RatingScale(1, 5));
    }

    /** A model whose saving fails half-way, as on a full disk. */
    public static TrainedModel failingAfter(IOException failure) {
        PopularityModel whole = popularity(1, 2, 3, 4, 5, 6);
        return new TrainedModel() {
            @Override
            public void save(ArtifactWriter out) throws IOException {
                out.vocabulary("users", USERS);
                throw failure;
            }

            @Override
            public ModelInfo info() {
                return whole.info();
            }

            @Override
            public Vocabulary users() {
                return USERS;
            }

            @Override
            public Vocabulary items() {
                return ITEMS;
            }

            @Override
            public UserHistories histories() {
                return whole.histories();
            }
        };
    }

    private static ModelInfo info(ArtifactKind kind) {
        return new ModelInfo("toy", kind, Map.of("factors", 20L, "learningRate", 0.05, "mode", "fast"), true);
    }
}
