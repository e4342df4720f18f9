package io.kindred.serving;

import io.kindred.core.artifact.ArtifactDetails;
import io.kindred.core.artifact.Artifacts;
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
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.scorer.PopularityModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Artifacts small enough to compute their answers by hand. Users ann (had i0, then i1), bob (had i1) and cold (had nothing);
 * items i0 to i5.
 */
public final class TinyModels {
    private static final Vocabulary USERS = Vocabulary.of(List.of("ann", "bob", "cold"));

    private TinyModels() {}

    /** i0 speaks for i2 (1) and i3 (3), i1 for i2 (2.5), i2 for i4 (1). For ann that makes i2 3.5 and i3 3. */
    public static Path similarity(Path directory, long seed) {
        SparseMatrix weights = SparseMatrix.of(
                new int[] {0, 2, 3, 4, 4, 4, 4}, new int[] {2, 3, 2, 4}, new float[] {1, 3, 2.5f, 1}, 6);
        Vocabulary items = items("i");
        ModelInfo info = new ModelInfo("item-knn", ArtifactKind.ITEM_SIMILARITY, Map.of("neighbours", 2L), true);
        return save(directory, new ItemSimilarityModel(info, USERS, items, histories(items), weights), seed);
    }

    /** The six items PREFIX0 to PREFIX5, the last the most popular. */
    public static Path popularity(Path directory, String prefix, long seed) {
        Vocabulary items = items(prefix);
        ModelInfo info = new ModelInfo("popularity", ArtifactKind.POPULARITY, Map.of(), true);
        FloatMatrix scores = FloatMatrix.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 6);
        return save(directory, new PopularityModel(info, USERS, items, histories(items), scores), seed);
    }

    private static Path save(Path directory, TrainedModel model, long seed) {
        ArtifactDetails details = new ArtifactDetails(
                new Provenance("tiny", "snapshot-1", "temporal/train", 7), seed, Map.of("ndcg@10", 0.25));
        Artifacts.save(directory, model, details);
        return directory;
    }

    private static Vocabulary items(String prefix) {
        return Vocabulary.of(IntStream.range(0, 6).mapToObj(i -> prefix + i).toList());
    }

    private static UserHistories histories(Vocabulary items) {
        return UserHistories.of(Interactions.builder(USERS, items, TimeKind.ORDER)
                .add(0, 0)
                .add(0, 1)
                .add(1, 1)
                .build());
    }
}
