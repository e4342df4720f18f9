package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllPairsTest {
    /** 200 users: "good" is 0.3 above "plain", which "twin" follows up to noise of either sign. */
    private static Map<String, double[]> models() {
        double[] plain = new double[200];
        double[] twin = new double[200];
        double[] good = new double[200];
        for (int u = 0; u < 200; u++) {
            plain[u] = 0.5 + 0.3 * Math.sin(u);
            twin[u] = plain[u] + (u % 2 == 0 ? 0.01 : -0.01);
            good[u] = plain[u] + 0.3 + 0.05 * Math.cos(3 * u);
        }
        Map<String, double[]> models = new LinkedHashMap<>();
        models.put("plain", plain);
        models.put("good", good);
        models.put("twin", twin);
        return models;
    }

    @Test
    void modelsAreOrderedAndLettersTellThemApart() {
        AllPairs result = AllPairs.of(models(), false, 1);

        assertThat(result.names().getFirst()).isEqualTo("good");
        assertThat(result.letters()).containsExactly("a", "b", "b");
        assertThat(result.pairs()).hasSize(3);
        assertThat(result.pair(2, 0)).isEqualTo(result.pairs().get(1));
        assertThat(result.pair(1, 2)).isEqualTo(result.pairs().get(2));
        assertThat(result.pair(0, 1).different()).isTrue();
        assertThat(result.pair(1, 2).different()).isFalse();
    }

    @Test
    void aPairHasTheTestsOfItsModels() {
        Map<String, double[]> models = models();

        AllPairs.Pair pair = AllPairs.of(models, false, 1).pair(0, 1);

        double[] good = models.get("good");
        double[] other = models.get("plain");
        assertThat(pair.t()).isEqualTo(PairedTest.t(good, other).orElseThrow());
        assertThat(pair.wilcoxon()).isEqualTo(PairedTest.wilcoxon(good, other).orElseThrow());
        assertThat(pair.permutation())
                .isEqualTo(SignFlipTest.ofSeed(1).of(good, other).orElseThrow());
        assertThat(pair.effect()).isEqualTo(EffectSize.of(good, other).orElseThrow());
        assertThat(pair.difference()).isCloseTo(0.3, within(0.01));
        assertThat(pair.interval().orElseThrow().low()).isBetween(0.28, 0.3);
        // The smallest p of three is multiplied by 3, and the same holds for the permutation test.
        assertThat(pair.holmPermutation()).isCloseTo(3 / 10_001.0, within(1e-12));
    }

    @Test
    void lowerMayBeBetter() {
        AllPairs result = AllPairs.of(models(), true, 1);

        assertThat(result.names().getLast()).isEqualTo("good");
        assertThat(result.pair(0, 2).difference()).isNegative();
    }

    @Test
    void oneModelHasALetterAndNoPairs() {
        AllPairs result = AllPairs.of(Map.of("alone", new double[] {1, 2}), false, 1);

        assertThat(result.letters()).containsExactly("a");
        assertThat(result.pairs()).isEmpty();
    }

    @Test
    void modelsWithoutCommonUsersCannotBeCompared() {
        Map<String, double[]> models = new LinkedHashMap<>();
        models.put("x", new double[] {1, Double.NaN});
        models.put("y", new double[] {Double.NaN, 1});

        assertThatThrownBy(() -> AllPairs.of(models, false, 1))
                .hasMessage("the models 'x' and 'y' have fewer than two users in common and cannot be compared");
    }
}
