package io.kindred.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void wordsAreRunsOfLettersAndDigitsInLowerCase() {
        assertThat(words("The 2nd Film: Rock-n-Roll, (1995)!"))
                .containsExactly("the", "2nd", "film", "rock", "n", "roll", "1995");
    }

    @Test
    void apostrophesInsideWordsStayAndAreAllTheSame() {
        assertThat(words("don't can\u2019t 'quoted' dogs'")).containsExactly("don't", "can't", "quoted", "dogs");
    }

    @Test
    void otherScriptsHaveWordsToo() {
        assertThat(words("Чужой, ΆΛΦΑ naïve हिन्दी")).containsExactly("чужой", "άλφα", "naïve", "हिन्दी");
        assertThat(words("映画 film")).containsExactly("映", "画", "film");
    }

    @Test
    void compatibleFormsAreTheSameWord() {
        assertThat(words("Ｆｉｌｍ ﬁlm e\u0301t\u00e9")).containsExactly("film", "film", "\u00e9t\u00e9");
    }

    @Test
    void endlessWordsAreLeftOut() {
        assertThat(words("a" + "x".repeat(Tokenizer.MAX_LENGTH) + " b")).containsExactly("b");
        assertThat(words("")).isEmpty();
    }

    private static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        Tokenizer.words(text, found::add);
        return found;
    }
}
