package io.kindred.featurestore.sample;

import java.util.Locale;
import java.util.Set;

/** The few rules of English that the text grammar needs. */
final class EnglishWords {
    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "the", "and", "at", "for", "in", "of", "on", "to", "but", "from", "with", "by", "not", "past");

    private EnglishWords() {}

    /** The phrase after "a" or "an". */
    static String withArticle(String phrase) {
        boolean vowel = "aeiou".indexOf(Character.toLowerCase(phrase.charAt(0))) >= 0;
        String lower = phrase.toLowerCase(Locale.ROOT);
        boolean soundsOtherwise = lower.startsWith("uni") || lower.startsWith("eu") || lower.startsWith("one");
        boolean an = (vowel && !soundsOtherwise) || lower.startsWith("honest") || lower.startsWith("heir");
        return (an ? "an " : "a ") + phrase;
    }

    /** The plural of a regular noun; one that ends in a single s is left as it is. */
    static String plural(String noun) {
        if (noun.endsWith("ss") || noun.endsWith("x") || noun.endsWith("ch") || noun.endsWith("sh")) {
            return noun + "es";
        }
        if (noun.endsWith("s")) {
            return noun;
        }
        int last = noun.length() - 1;
        boolean consonantY = noun.endsWith("y") && last > 0 && "aeiou".indexOf(noun.charAt(last - 1)) < 0;
        return consonantY ? noun.substring(0, last) + "ies" : noun + "s";
    }

    /** The phrase with its first letter in upper case. */
    static String sentence(String phrase) {
        return phrase.isEmpty() ? phrase : Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }

    /** The phrase as a title: all words but the small ones within it begin in upper case. */
    static String title(String phrase) {
        StringBuilder out = new StringBuilder();
        String[] words = phrase.split(" ");
        for (int i = 0; i < words.length; i++) {
            boolean small = i > 0 && i < words.length - 1 && SMALL_WORDS.contains(words[i]);
            // what follows a colon or comma starts anew
            boolean fresh = i > 0 && (words[i - 1].endsWith(":") || words[i - 1].endsWith(","));
            out.append(i == 0 ? "" : " ").append(small && !fresh ? words[i] : sentence(words[i]));
        }
        return out.toString();
    }
}
