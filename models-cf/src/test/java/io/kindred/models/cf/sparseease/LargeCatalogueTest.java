package io.kindred.models.cf.sparseease;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ItemSimilarityModel;
import io.kindred.core.tck.ContractData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred thousand items in 4 GB, where EASE would need 120 GB: in a virtual machine of its own, whose heap is bounded. */
@Tag("slow")
final class LargeCatalogueTest {
    private static final int ITEMS = 100_000;
    private static final int USERS = 100_000;
    private static final int PAIRS = 3_000_000;

    @Test
    void aHundredThousandItemsTrainWithinFourGigabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx4g",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeCatalogueTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output;
        try (var in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
        }

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("trained " + ITEMS + " items");
    }

    /** What runs in the other virtual machine: it fails unless scores come out of the model. */
    public static void main(String[] args) throws InterruptedException {
        TrainingData data = data();
        SparseEaseProvider provider = new SparseEaseProvider();
        ItemSimilarityModel model = (ItemSimilarityModel) provider.trainer(provider.defaults())
                .train(data, TrainingContext.ofSeed(1).withThreads(2));
        float[] scores = new float[ITEMS];
        model.scoreAll(0, scores);
        int scored = 0;
        for (float score : scores) {
            scored += Float.isFinite(score) && score != 0 ? 1 : 0;
        }
        if (scored == 0) {
            throw new IllegalStateException("the model scores nothing");
        }
        System.out.println("trained " + ITEMS + " items");
    }

    /** A quarter of each user's items by popularity, the others from one of a thousand topics. */
    private static TrainingData data() {
        SplittableRandom random = new SplittableRandom(1);
        Interactions.Builder builder = Interactions.builder(
                ContractData.vocabulary("u", USERS), ContractData.vocabulary("i", ITEMS), TimeKind.NONE);
        for (int n = 0; n < PAIRS; n++) {
            int user = n % USERS;
            // The cube of a uniform number: the most popular percent of the items has a fifth of the interactions.
            double skewed = Math.pow(random.nextDouble(), 3);
            int popular = (int) (skewed * ITEMS);
            int item = random.nextInt(4) == 0 ? popular : popular / 1_000 * 1_000 + user % 1_000;
            builder.add(user, item, 1, 0);
        }
        return TrainingData.of(builder.build());
    }
}
