package io.kindred.webui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Content-Security-Policy under which the page has to work, with the hash that the module ships for it. */
final class PageSecurity {
    private static final String HASH_RESOURCE = "/META-INF/kindred/importmap.sha256";

    private PageSecurity() {}

    static String importMapHash() {
        return text(HASH_RESOURCE).strip();
    }

    static String policy() {
        return "default-src 'none'; script-src 'self' '" + importMapHash()
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
}
