package io.kindred.serving.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagePolicyTest {
    @Test
    void anInlineScriptIsAllowedByItsHash() {
        // The hash is the example of the Content Security Policy Level 3 specification for: alert('Hello, world.');
        String policy = PagePolicy.of("<script>alert('Hello, world.');</script><script src=\"a.js\"></script>");

        assertThat(policy).contains("script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';");
    }

    @Test
    void aPageWithoutInlineScriptsAllowsNone() {
        assertThat(PagePolicy.of("<p>hello</p>")).contains("script-src 'self';");
    }
}
