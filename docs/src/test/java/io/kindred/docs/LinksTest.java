package io.kindred.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinksTest {
    /** The target of a Markdown link or image, up to its title or end. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)");

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");

    @Test
    void everyRelativeLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        for (Path page : Repository.pages()) {
            broken.addAll(brokenLinks(page, Repository.text(page)));
        }

        assertThat(Repository.pages()).hasSizeGreaterThan(5);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageOfTheFolderIsInItsIndex() {
        Path docs = Repository.ROOT.resolve("docs");
        String index = Repository.text(docs.resolve("README.md"));

        for (Path page : Repository.files(docs, 1)) {
            String name = page.getFileName().toString();
            if (name.endsWith(".md") && !name.equals("README.md")) {
                assertThat(index).contains("](" + name + ")");
            }
        }
    }

    @Test
    void aBrokenLinkIsFound() {
        Path page = Repository.ROOT.resolve("README.md");

        assertThat(brokenLinks(page, "see [a](no/such.md#part) and [b](LICENSE), [c](https://example.org)"))
                .containsExactly("README.md: no/such.md#part");
    }

    private static List<String> brokenLinks(Path page, String text) {
        List<String> broken = new ArrayList<>();
        Matcher links = LINK.matcher(FENCED.matcher(text).replaceAll(""));
        while (links.find()) {
            String target = links.group(1);
            if (!ELSEWHERE.matcher(target).matches()) {
                String file = target.replaceFirst("#.*", "");
                if (!Files.exists(page.resolveSibling(file))) {
                    broken.add(Repository.ROOT.relativize(page) + ": " + target);
                }
            }
        }
        return broken;
    }
}
