package io.kindred.cli.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.Suggestion;
import io.kindred.evaluation.offpolicy.BanditFeedback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a log of choices from a table with a header, separated by commas or tabs, gzipped or not: the layout of the Open Bandit
 * data set, the sample's impressions, or any other whose columns are named. Thread-safe.
 *
 * @param columns the column of each role (action, reward, propensity, position) where it is not one of the usual
 * @param contexts columns of numbers that make the context; a name that ends with * stands for all that begin so
 * @param chosen the column of the judged policy's probability of the logged action, if there is one
 */
public record BanditLogFile(Map<String, String> columns, List<String> contexts, Optional<String> chosen) {
    /** The roles that may be named, each with its usual columns. */
    private static final Map<String, List<String>> USUAL = Map.of(
            "action", List.of("item_id", "action"),
            "reward", List.of("click", "clicked", "reward"),
            "propensity", List.of("propensity_score", "propensity", "pscore", "action_prob"),
            "position", List.of("position"));

    public BanditLogFile {
        for (String role : columns.keySet()) {
            if (!USUAL.containsKey(role)) {
                throw new KindredException("a log has no role '" + role
                        + "'; roles are action, position, propensity and reward"
                        + Suggestion.didYouMean(role, List.copyOf(USUAL.keySet())));
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws KindredException naming the line or the column that is not as it must be
     */
    public BanditLog read(Path file) throws IOException {
        try (BufferedReader reader = open(file)) {
            reader.mark(1 << 20);
            String header = reader.readLine();
            if (header == null) {
                throw new KindredException(file + " is empty");
            }
            reader.reset();
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(header.indexOf('\t') >= 0 ? '\t' : ',')
                    .setIgnoreEmptyLines(true)
                    .get();
            try (CSVParser parser = CSVParser.parse(reader, format)) {
                return read(file, parser);
            }
        } catch (UncheckedIOException e) {
            throw new KindredException(file + " cannot be read: " + e.getCause().getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new KindredException("there is no file " + file, e);
        }
    }

    private BanditLog read(Path file, CSVParser parser) {
        var lines = parser.iterator();
        List<String> header = new ArrayList<>();
        for (String name : lines.next()) {
            // The atomic files say the type behind a colon.
            header.add(name.indexOf(':') > 0 ? name.substring(0, name.indexOf(':')) : name);
        }
        Rows rows = new Rows(file, header);
        while (lines.hasNext()) {
            rows.add(lines.next());
        }
        return rows.log();
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        } catch (IOException e) {
            in.close();
            throw new KindredException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The rows so far. */
    private final class Rows {
        private final Path file;
        private final List<String> header;
        private final int action;
        private final int reward;
        private final int propensity;
        private final int position;
        private final int policy;
        private final int[] context;
        private final Vocabulary.Builder actions = Vocabulary.builder();
        private final Vocabulary.Builder positions = Vocabulary.builder();
        private final List<int[]> choices = new ArrayList<>();
        private final List<double[]> numbers = new ArrayList<>();
        private final List<float[]> contextRows = new ArrayList<>();

        Rows(Path file, List<String> header) {
            this.file = file;
            this.header = header;
            this.action = column("action", true);
            this.reward = column("reward", true);
            this.propensity = column("propensity", true);
            this.position = column("position", false);
            this.policy = chosen.map(this::named).orElse(-1);
            this.context = contexts.stream().flatMapToInt(this::matching).toArray();
        }

        private int column(String role, boolean needed) {
            String given = columns.get(role);
            if (given != null) {
                return named(given);
            }
            for (String usual : USUAL.get(role)) {
                if (header.contains(usual)) {
                    return header.indexOf(usual);
                }
            }
            if (needed) {
                throw new KindredException(file + " has no column " + String.join(" or ", USUAL.get(role))
                        + "; say which one it is with --column " + role + "=NAME (columns: "
                        + String.join(", ", header.subList(0, Math.min(12, header.size())))
                        + (header.size() > 12 ? ", ..." : "") + ")");
            }
            return -1;
        }

        private int named(String name) {
            int at = header.indexOf(name);
            if (at < 0) {
                throw new KindredException(
                        file + " has no column '" + name + "'" + Suggestion.didYouMean(name, header));
            }
            return at;
        }

        private IntStream matching(String name) {
            if (!name.endsWith("*")) {
                return IntStream.of(named(name));
            }
            String prefix = name.substring(0, name.length() - 1);
            int[] found = IntStream.range(0, header.size())
                    .filter(c -> header.get(c).startsWith(prefix))
                    .toArray();
            if (found.length == 0) {
                throw new KindredException(file + " has no column that begins with '" + prefix + "'");
            }
            return IntStream.of(found);
        }

        void add(CSVRecord row) {
            if (row.size() != header.size()) {
                throw new KindredException(at(row) + " has " + row.size() + " columns, the header " + header.size());
            }
            choices.add(new int[] {
                place(actions, row.get(action), row), position < 0 ? 0 : place(positions, row.get(position), row)
            });
            numbers.add(new double[] {
                number(row, reward), number(row, propensity), policy < 0 ? Double.NaN : number(row, policy)
            });
            if (context.length > 0) {
                float[] values = new float[context.length];
                for (int j = 0; j < values.length; j++) {
                    values[j] = (float) number(row, context[j]);
                }
                contextRows.add(values);
            }
        }

        private int place(Vocabulary.Builder ids, String id, CSVRecord row) {
            if (id.isBlank()) {
                throw new KindredException(at(row) + " has no " + (ids == actions ? "action" : "position"));
            }
            int known = ids.indexOf(id);
            return known >= 0 ? known : ids.add(id);
        }

        private double number(CSVRecord row, int column) {
            try {
                return Double.parseDouble(row.get(column).strip());
            } catch (NumberFormatException e) {
                throw new KindredException(
                        at(row) + ": the " + header.get(column) + " '" + row.get(column) + "' is not a number", e);
            }
        }

        private String at(CSVRecord row) {
            return file + ", line " + row.getParser().getCurrentLineNumber();
        }

        private BanditFeedback checked(Vocabulary ids, int[] chosenActions, double[] rewards, double[] propensities) {
            try {
                return BanditFeedback.of(ids.size(), chosenActions, rewards, propensities);
            } catch (KindredException e) {
                throw new KindredException(file + ", " + e.getMessage() + " (round 0 is the line below the header)", e);
            }
        }

        BanditLog log() {
            int n = choices.size();
            int[] chosenActions = new int[n];
            int[] chosenPositions = new int[n];
            double[] rewards = new double[n];
            double[] propensities = new double[n];
            double[] probabilities = new double[n];
            for (int i = 0; i < n; i++) {
                chosenActions[i] = choices.get(i)[0];
                chosenPositions[i] = choices.get(i)[1];
                rewards[i] = numbers.get(i)[0];
                propensities[i] = numbers.get(i)[1];
                probabilities[i] = numbers.get(i)[2];
            }
            Vocabulary ids = actions.build();
            BanditFeedback log = checked(ids, chosenActions, rewards, propensities);
            if (position >= 0) {
                log = log.withPositions(positions.build().size(), chosenPositions);
            }
            if (context.length > 0) {
                FloatMatrix matrix = FloatMatrix.zeros(n, context.length);
                for (int i = 0; i < n; i++) {
                    System.arraycopy(contextRows.get(i), 0, matrix.array(), i * context.length, context.length);
                }
                log = log.withContexts(matrix);
            }
            return new BanditLog(log, ids, policy < 0 ? Optional.empty() : Optional.of(probabilities), List.of());
        }
    }
}
