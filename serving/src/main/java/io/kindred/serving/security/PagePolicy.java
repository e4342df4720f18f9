package io.kindred.serving.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content security policy of the page: everything from this server alone. Import maps have to stand inline, so the inline
 * scripts of {@code index.html} are allowed by their hashes, and nothing else inline.
 */
final class PagePolicy {
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private PagePolicy() {}

    /** The policy for the page on the class path. */
    static String load(ClassLoader loader) {
        try (InputStream page = loader.getResourceAsStream("META-INF/resources/index.html")) {
            return of(page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy for a page. */
    static String of(String page) {
        Set<String> hashes = new LinkedHashSet<>();
        Matcher script = INLINE_SCRIPT.matcher(page);
        while (script.find()) {
            hashes.add(" 'sha256-" + sha256(script.group(1)) + "'");
        }
        return "default-src 'none'; script-src 'self'" + String.join("", hashes)
                + "; style-src 'self'; img-src 'self'; connect-src 'self'"
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
