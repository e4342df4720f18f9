package io.kindred.evaluation.split;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data set divided by a protocol. Immutable and thread-safe.
 *
 * @param protocol the protocol's name
 * @param settings what decided the result besides the data
 * @param folds one, or several for cross-validation
 */
public record Split(String protocol, Map<String, Object> settings, List<Fold> folds) {
    public Split {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        folds = List.copyOf(folds);
    }

    /**
     * Hexadecimal SHA-256 over the protocol, its settings and further rules of the measurement: equal hashes mean that two
     * results on the same data were obtained in the same way.
     *
     * @param rules how candidates were chosen and so on, as JSON values
     */
    public String protocolHash(Map<String, Object> rules) {
        StringBuilder text =
                new StringBuilder("kindred-protocol-1\n").append(protocol).append('\n');
        settings.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        new TreeMap<>(rules)
                .forEach((name, value) ->
                        text.append(name).append(':').append(value).append('\n'));
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Hexadecimal SHA-256 over the vocabularies and the training, fold-in and test pairs of all folds. */
    public String dataHash() {
        MessageDigest digest = sha256();
        PairDigest pairs = new PairDigest(digest);
        for (Fold fold : folds) {
            digest.update(fold.train().users().fingerprint().getBytes(StandardCharsets.UTF_8));
            digest.update(fold.train().items().fingerprint().getBytes(StandardCharsets.UTF_8));
            pairs.update(fold.train());
            pairs.update(fold.foldIn());
            pairs.update(fold.test());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
