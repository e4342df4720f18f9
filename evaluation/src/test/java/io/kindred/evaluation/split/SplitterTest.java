package io.kindred.evaluation.split;

import static io.kindred.evaluation.TestData.interactions;
import static io.kindred.evaluation.split.SplitAssertions.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeKind;
import io.kindred.core.id.Vocabulary;
import io.kindred.evaluation.TestData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitterTest {
    @Test
    void everyProtocolIsFoundByItsName() {
        assertThat(Splitter.names())
                .containsExactly(
                        "leave-last-out", "ratio", "temporal", "k-fold", "k-fold-users", "strong-generalization")
                .allSatisfy(name -> assertThat(
                                Splitter.of(name, SplitSettings.DEFAULT).protocol())
                        .isEqualTo(name));
    }

    @Test
    void anUnknownProtocolListsWhatExists() {
        assertThatThrownBy(() -> Splitter.of("leave-one-out", SplitSettings.DEFAULT))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("unknown protocol 'leave-one-out'")
                .hasMessageContaining("available: leave-last-out, ratio")
                .hasMessageContaining("did you mean 'leave-last-out'?");
    }

    @Test
    void ratiosThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new Fractions(0.8, 0.1, 0.2))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("0.8, 0.1, 0.2");
        assertThatThrownBy(() -> SplitSettings.DEFAULT.withFolds(1))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("folds is 1");
    }

    @Test
    void ratioDividesEachUserByItsSharesRoundedDown() {
        Interactions data = TestData.random(3, 40, 50, 30);

        Fold fold = new Ratio(1, new Fractions(0.6, 0.2, 0.2), true)
                .split(data)
                .folds()
                .getFirst();

        for (int u = 0; u < data.userCount(); u++) {
            int n = data.byUser().length(u);
            int tests = n < 2 ? 0 : Math.max(1, n / 5);
            int validations = n < 3 ? 0 : Math.max(1, n / 5);
            assertThat(fold.test().byUser().length(u)).as("test of %d", n).isEqualTo(tests);
            assertThat(fold.validation().byUser().length(u))
                    .as("validation of %d", n)
                    .isEqualTo(validations);
        }
    }

    @Test
    void everyInteractionIsTestInOneFold() {
        Interactions data = TestData.random(4, 30, 40, 20);

        Split split = new KFold(7, 4, false).split(data);

        assertThat(split.folds()).hasSize(4);
        assertThat(SplitAssertions.rows(split.folds().stream().map(Fold::test).toArray(Interactions[]::new)))
                .isEqualTo(SplitAssertions.rows(data));
        assertThat(split.folds())
                .allSatisfy(fold -> assertThat(fold.test().size()).isBetween(data.size() / 4, data.size() / 4 + 1));
    }

    @Test
    void heldOutUsersDoNotTrain() {
        Interactions data = TestData.random(5, 50, 40, 12);

        Fold fold = new StrongGeneralization(2, Fractions.DEFAULT, 0.5, true)
                .split(data)
                .folds()
                .getFirst();

        int tested = 0;
        for (int u = 0; u < data.userCount(); u++) {
            int target =
                    fold.test().byUser().length(u) + fold.validation().byUser().length(u);
            int handed = fold.foldIn().byUser().length(u);
            assertThat(handed > 0).isEqualTo(target > 0);
            assertThat(handed > 0 && fold.train().byUser().length(u) > 0).isFalse();
            tested += fold.test().byUser().length(u) > 0 ? 1 : 0;
        }
        assertThat(tested).isBetween(3, 5);
    }

    @Test
    void everyUserIsHeldOutInOneFold() {
        Interactions data = TestData.random(6, 30, 40, 12);

        Split split = new KFoldUsers(2, 3, 0.8, false).split(data);

        for (int u = 0; u < data.userCount(); u++) {
            int user = u;
            long folds = split.folds().stream()
                    .filter(fold -> fold.test().byUser().length(user) > 0)
                    .count();
            assertThat(folds).isEqualTo(data.byUser().length(u) >= 2 ? 1 : 0);
        }
    }

    @Test
    void tooFewForTheFoldsIsRefused() {
        Interactions data = interactions(1, 2, TimeKind.NONE, new int[] {0, 0}, new int[] {0, 1});

        assertThatThrownBy(() -> new KFold(1, 3, false).split(data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("3 folds of 2");
        assertThatThrownBy(() -> new KFoldUsers(1, 3, 0.8, false).split(data))
                .isInstanceOf(KindredException.class)
                .hasMessageContaining("3 folds of 1");
    }

    @Test
    void givenPartsAreBroughtOverOneVocabularyWithoutRenumbering() {
        Interactions train = interactions(
                Vocabulary.of(List.of("a", "b")),
                Vocabulary.of(List.of("x", "y")),
                TimeKind.ORDER,
                new int[] {0, 0},
                new int[] {1, 1});
        Interactions test = interactions(
                Vocabulary.of(List.of("c", "b")),
                Vocabulary.of(List.of("y", "z", "x")),
                TimeKind.ORDER,
                new int[] {0, 1},
                new int[] {1, 0},
                new int[] {1, 2});

        Split split = GivenSplit.of(train, Optional.empty(), test);

        Fold fold = split.folds().getFirst();
        assertThat(split.protocol()).isEqualTo("given");
        assertThat(fold.train().users().ids()).containsExactly("a", "b", "c");
        assertThat(fold.train().items().ids()).containsExactly("x", "y", "z");
        assertThat(pairs(fold.train())).containsExactly("0-0", "1-1");
        assertThat(pairs(fold.test())).containsExactly("1-0", "1-1", "2-2");
        assertThat(fold.facts()).isEqualTo(new FoldFacts(0, 1, 1, 1, 1, 1));
    }

    @Test
    void theHashFollowsTheProtocolAndItsSettings() {
        Interactions data = TestData.random(8, 20, 20, 10);
        Map<String, Object> rules = Map.of("candidates", "all");

        String hash = new Ratio(1, Fractions.DEFAULT, false).split(data).protocolHash(rules);

        assertThat(hash)
                .hasSize(64)
                .isEqualTo(new Ratio(1, Fractions.DEFAULT, false).split(data).protocolHash(rules));
        assertThat(hash)
                .isNotEqualTo(new Ratio(2, Fractions.DEFAULT, false).split(data).protocolHash(rules))
                .isNotEqualTo(new Ratio(1, Fractions.DEFAULT, true).split(data).protocolHash(rules))
                .isNotEqualTo(
                        new Ratio(1, Fractions.DEFAULT, false).split(data).protocolHash(Map.of("candidates", "some")))
                .isNotEqualTo(new LeaveLastOut(false).split(data).protocolHash(rules));
    }

    @Test
    void theDataHashFollowsWhatIsInTheParts() {
        Interactions data = TestData.random(8, 20, 20, 10);
        Interactions other = TestData.random(9, 20, 20, 10);

        String hash = new LeaveLastOut(false).split(data).dataHash();

        assertThat(hash).isEqualTo(new LeaveLastOut(false).split(data).dataHash());
        assertThat(hash)
                .isNotEqualTo(new LeaveLastOut(false).split(other).dataHash())
                .isNotEqualTo(new LeaveLastOut(true).split(data).dataHash());
    }
}
