package io.kindred.evaluation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LetterDisplayTest {
    @Test
    void modelsThatDoNotDifferShareALetter() {
        assertThat(LetterDisplay.of(new boolean[3][3])).containsExactly("a", "a", "a");
    }

    @Test
    void theMiddleOneSharesALetterWithBothOthers() {
        boolean[][] different = new boolean[3][3];
        different[0][2] = true;
        different[2][0] = true;

        assertThat(LetterDisplay.of(different)).containsExactly("a", "ab", "b");
    }

    @Test
    void aPairThatDiffersTakesThemApartEverywhere() {
        // 0 differs from 2 and 3, 1 from 3, 4 from 0: insert 0|2: {1,2,3,4} {0,1,3,4}; 0|3: {0,1,4}, {1,3,4} absorbed;
        // 0|4:
        // {0,1}, {1,4} absorbed; 1|3: {2,3,4}, {1,2,4}.
        boolean[][] different = new boolean[5][5];
        for (int[] pair : new int[][] {{0, 2}, {0, 3}, {0, 4}, {1, 3}}) {
            different[pair[0]][pair[1]] = true;
            different[pair[1]][pair[0]] = true;
        }

        assertThat(LetterDisplay.of(different)).containsExactly("a", "ab", "bc", "c", "bc");
    }

    @Test
    void allDifferentGetALetterEach() {
        boolean[][] different = new boolean[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                different[i][j] = i != j;
            }
        }

        assertThat(LetterDisplay.of(different)).containsExactly("a", "b", "c");
    }

    @Property
    void lettersSayExactlyWhatTheTestsSaid(@ForAll @IntRange(min = 1, max = 9) int models, @ForAll long seed) {
        boolean[][] different = new boolean[models][models];
        SplitMix64 random = new SplitMix64(seed);
        for (int i = 0; i < models; i++) {
            for (int j = 0; j < i; j++) {
                different[i][j] = random.nextInt(2) == 0;
                different[j][i] = different[i][j];
            }
        }

        List<String> letters = LetterDisplay.of(different);

        for (int i = 0; i < models; i++) {
            assertThat(letters.get(i)).isNotEmpty();
            for (int j = 0; j < i; j++) {
                String other = letters.get(j);
                boolean shared = letters.get(i).chars().anyMatch(c -> other.indexOf(c) >= 0);
                assertThat(shared).isEqualTo(!different[i][j]);
            }
        }
    }

    @Test
    void aMatrixThatContradictsItselfIsRefused() {
        boolean[][] different = new boolean[2][2];
        different[0][1] = true;

        assertThatThrownBy(() -> LetterDisplay.of(different)).hasMessage("models 0 and 1 contradict each other");
    }
}
