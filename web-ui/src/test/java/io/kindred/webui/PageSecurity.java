package io.kindred.webui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The Content-Security-Policy under which the page has to work: nothing inline but the import map, which browsers do not
 * take from a file, allowed by its hash.
 */
final class PageSecurity {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private PageSecurity() {}

    static String importMap() {
        return IMPORT_MAP
                .matcher(text("/META-INF/resources/index.html"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    static String policy() {
        return "default-src 'none'; script-src 'self' 'sha256-" + sha256(importMap())
                + "'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'";
    }

    static String text(String resource) {
        try (InputStream in = PageSecurity.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
