package io.kindred.models.cf.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.Provenance;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.Dispatcher;
import io.kindred.core.scorer.ItemVectorsModel;
import io.kindred.core.scorer.RecommendationQuery;
import io.kindred.core.scorer.Recommendations;
import io.kindred.core.scorer.Strategy;
import io.kindred.core.tck.ContractData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContentTrainerTest {
    private static final String[] TITLES = {"red red fish", "red bird", "blue bird", "the fish of the sea", null};

    @Test
    void tfIdfAgreesWithScikitLearn() throws InterruptedException {
        ItemVectorsModel model = train(new TfIdfProvider(), Map.of("columns", "title", "sublinear", false));

        // TfidfVectorizer(token_pattern=r'\w+', min_df=2, stop_words='english').fit_transform(["red red fish", "red
        // bird",
        // "blue bird", "the fish of the sea", ""]) gives the same idf to bird, fish and red: each in two of five.
        float[] scores = new float[5];
        model.scoreSimilar(0, scores);

        // item 0 = (2 red, 1 fish) / sqrt 5, item 1 = (red, bird) / sqrt 2, item 3 = fish.
        assertThat(scores[1]).isCloseTo((float) (2 / Math.sqrt(10)), within(1e-6f));
        assertThat(scores[2]).isNaN();
        assertThat(scores[3]).isCloseTo((float) (1 / Math.sqrt(5)), within(1e-6f));
    }

    @Test
    void idfIsSmoothed() {
        ItemTerms items = new ItemTerms(
                Vocabulary.of(List.of("common", "rare")), new int[] {0, 2, 3, 4}, new int[] {0, 1, 0, 0}, new int[] {
                    1, 3, 1, 1
                });

        ItemVectorsModel model = model(items, true);

        // idf: ln(4/4) + 1 = 1 and ln(4/2) + 1; item 0 = (1, (1 + ln 3) (1 + ln 2)) at length 1.
        double rare = (1 + Math.log(3)) * (1 + Math.log(2));
        float[] scores = new float[3];
        model.scoreSimilar(1, scores);
        assertThat(scores[0]).isCloseTo((float) (1 / Math.sqrt(1 + rare * rare)), within(1e-6f));
        assertThat(scores[2]).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void bm25IsTheTextbooks() throws InterruptedException {
        ItemVectorsModel model = train(new Bm25Provider(), Map.of("columns", "title", "k1", 1.2, "b", 0.75));

        float[] scores = new float[5];
        model.scoreFeatures(Map.of("text", "red"), scores);

        // red is in 2 of 5 items: idf = ln(1 + 3.5 / 2.5). Counted terms an item: 3, 2, 1, 1; the mean of the four is
        // 1.75.
        double idf = Math.log(1 + 3.5 / 2.5);
        assertThat(scores[0]).isCloseTo((float) (idf * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / 1.75))), within(1e-5f));
        assertThat(scores[1]).isCloseTo((float) (idf * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 2 / 1.75))), within(1e-5f));
        assertThat(scores[2]).isZero();
        assertThat(scores[4]).isNaN();
    }

    @Test
    void categoriesAreTermsOfTheirOwn() throws InterruptedException {
        ItemVectorsModel model = train(new TfIdfProvider(), Map.of());

        assertThat(model.terms().terms().ids()).containsExactlyInAnyOrder("red", "bird", "fish", "kind=pet food");
        // i4 has no title; its category connects it with i3.
        float[] scores = new float[5];
        model.scoreSimilar(4, scores);
        assertThat(scores[3]).isPositive();
        assertThat(scores[0]).isNaN();
    }

    @Test
    void itemsThatNobodyHadAreRecommended() throws InterruptedException {
        for (ModelProvider<?> provider : List.of(new TfIdfProvider(), new Bm25Provider())) {
            ItemVectorsModel model = train(provider, Map.of());

            // ann had i0, red fish; nobody had i3, a fish.
            Recommendations answer = Dispatcher.recommend(model, RecommendationQuery.forUser("ann", 2));

            assertThat(answer.strategy()).isEqualTo(Strategy.KNOWN_USER);
            assertThat(answer.items()).extracting(Recommendations.Item::id).containsExactlyInAnyOrder("i1", "i3");
            assertThat(answer.items().getFirst().reasons())
                    .extracting(Recommendations.Reason::item)
                    .containsExactly("i0");
        }
    }

    @Test
    void commonRareAndSurplusTermsAreLeftOut() throws InterruptedException {
        assertThat(train(new TfIdfProvider(), Map.of("minDocuments", 1, "columns", "title"))
                        .terms()
                        .terms()
                        .ids())
                .containsExactly("red", "fish", "bird", "blue", "sea");
        assertThat(train(new TfIdfProvider(), Map.of("minDocuments", 1, "maxTerms", 2, "columns", "title"))
                        .terms()
                        .terms()
                        .ids())
                .containsExactly("red", "fish");
        assertThat(train(
                                new TfIdfProvider(),
                                Map.of(
                                        "minDocuments",
                                        1,
                                        "maxDocumentShare",
                                        0.3,
                                        "stopWords",
                                        "none",
                                        "columns",
                                        "title"))
                        .terms()
                        .terms()
                        .ids())
                .containsExactly("blue", "the", "of", "sea");
    }

    @Test
    void dataWithoutTextAreRefused() {
        assertThatThrownBy(() -> new TfIdfProvider()
                        .trainer(new TfIdfProvider().defaults())
                        .train(ContractData.oneUser(), TrainingContext.ofSeed(1)))
                .isInstanceOf(KindredException.class)
                .hasMessageStartingWith("tf-idf needs item features of text or categories, and the data have none");
    }

    @Test
    void anUnknownColumnIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> train(new Bm25Provider(), Map.of("columns", "title, kinds")))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("'kinds' is no item column")
                .hasMessageContaining("available: title, kind")
                .hasMessageContaining("did you mean 'kind'");
    }

    @Test
    void choosingAwayEveryTermIsRefused() {
        assertThatThrownBy(() -> train(new Bm25Provider(), Map.of("minDocuments", 100)))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("lower minDocuments");
    }

    private static ItemVectorsModel model(ItemTerms items, boolean sublinear) {
        Vocabulary ids = ContractData.vocabulary("i", items.itemCount());
        Interactions none =
                Interactions.builder(ids, ids, TimeKind.NONE).add(0, 0).build();
        return new ItemVectorsModel(
                new io.kindred.core.model.ModelInfo(
                        "toy", io.kindred.core.model.ArtifactKind.ITEM_VECTORS, Map.of(), true),
                ids,
                ids,
                io.kindred.core.data.UserHistories.of(none),
                TermWeights.tfIdf(items, sublinear),
                true);
    }

    private static <P extends Record> ItemVectorsModel train(ModelProvider<P> provider, Map<String, Object> settings)
            throws InterruptedException {
        ParameterSchema<P> schema = ParameterSchema.of(provider);
        Map<String, Object> values = new HashMap<>(schema.toMap(provider.defaults()));
        values.putAll(settings);
        return (ItemVectorsModel) provider.trainer(schema.fromMap(values)).train(animals(), TrainingContext.ofSeed(1));
    }

    private static TrainingData animals() {
        Vocabulary users = Vocabulary.of(List.of("ann", "ben"));
        Vocabulary items = ContractData.vocabulary("i", TITLES.length);
        Interactions interactions = Interactions.builder(users, items, TimeKind.ORDER)
                .add(0, 0)
                .add(1, 1)
                .add(1, 2)
                .build();
        FeatureTable features = new FeatureTable(
                items,
                List.of(
                        new FeatureColumn.Text("title", TITLES),
                        new FeatureColumn.Categories(
                                "kind",
                                Vocabulary.of(List.of("Pet Food", "odd")),
                                new int[] {0, 0, 0, 0, 2, 3},
                                new int[] {0, 1, 0},
                                false)));
        return new TrainingData(interactions, FeatureTable.none(users), features, Provenance.memory());
    }
}
