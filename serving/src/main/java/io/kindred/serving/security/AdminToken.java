package io.kindred.serving.security;

import io.kindred.core.KindredException;
import io.kindred.serving.config.KindredHome;
import io.kindred.serving.config.OwnerOnly;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The token of admin requests: created at the first start, readable by the owner of the home alone, never logged. */
@Startup
@Singleton
public final class AdminToken {
    private static final String SCHEME = "Bearer ";
    private static final int BYTES = 32;

    private final byte[] token;

    AdminToken(KindredHome home) {
        this.token = load(home.token());
    }

    /** Whether an Authorization header carries the token; takes the same time for every wrong token of its length. */
    public boolean matches(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token);
    }

    private static byte[] load(Path file) {
        try {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            OwnerOnly.createFile(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.length() < 16) {
                throw new KindredException("the token in " + file
                        + " is shorter than 16 characters; delete the file and the next start makes a new one");
            }
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new KindredException("the token file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
