package io.kindred.evaluation.offpolicy;

import io.kindred.evaluation.Shared;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The Open Bandit sample (Saito et al., 2021), campaign men; the test is skipped where the file is missing. */
final class OpenBanditLog {
    private OpenBanditLog() {}

    static BanditFeedback load(String policy) throws IOException {
        Path file = Shared.data("open-bandit").resolve(policy).resolve("men/men.csv.gz");
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(","));
            }
        }
        int n = rows.size();
        int[] actions = new int[n];
        int[] positions = new int[n];
        double[] clicks = new double[n];
        double[] propensities = new double[n];
        for (int i = 0; i < n; i++) {
            actions[i] = Integer.parseInt(rows.get(i)[2]);
            positions[i] = Integer.parseInt(rows.get(i)[3]) - 1;
            clicks[i] = Double.parseDouble(rows.get(i)[4]);
            propensities[i] = Double.parseDouble(rows.get(i)[5]);
        }
        return BanditFeedback.of(34, actions, clicks, propensities).withPositions(3, positions);
    }
}
