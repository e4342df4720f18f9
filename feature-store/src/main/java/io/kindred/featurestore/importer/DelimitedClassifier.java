package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recognises delimited text of every kind by its name and first lines. */
final class DelimitedClassifier {
    private static final int SAMPLE_ROWS = 1000;
    private static final List<String> RECBOLE_TYPES = List.of("token", "token_seq", "float", "float_seq");
    private static final List<String> LINK_EXTENSIONS = List.of("kg", "link", "net");

    private final ColumnMapping mapping;

    DelimitedClassifier(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    /** A RecBole atomic file, or null if the file is none. */
    FileContent recbole(FileSample sample) {
        String extension = sample.file().extension();
        if (LINK_EXTENSIONS.contains(extension)) {
            return sample.firstLine().contains(":")
                    ? new FileContent.Ignored("RecBole ." + extension + " file; knowledge graphs are not imported")
                    : null;
        }
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (String field : sample.firstLine().split("\t", -1)) {
            int colon = field.lastIndexOf(':');
            if (colon <= 0 || !RECBOLE_TYPES.contains(field.substring(colon + 1))) {
                return null;
            }
            names.add(field.substring(0, colon));
            types.add(field.substring(colon + 1));
        }
        if (!List.of("inter", "user", "item").contains(extension)) {
            return new FileContent.Ignored("columns as in RecBole, but neither .inter nor .user nor .item");
        }
        DelimitedLayout layout = new DelimitedLayout(Delimiter.TAB, QuoteRule.NONE, true, names, types, false);
        if (extension.equals("inter")) {
            return new FileContent.DelimitedEvents(
                    DataFormat.RECBOLE,
                    layout,
                    EventColumns.resolve(sample.file().name(), names, mapping),
                    "the header gives each column as name:type");
        }
        return features(sample, layout, extension.equals("user") ? Side.USER : Side.ITEM);
    }

    /** A file of the original MovieLens 100K by its name, or null. */
    FileContent movieLens100k(FileSample sample) {
        return switch (sample.file().plainName()) {
            case "u.data" ->
                events(
                        DataFormat.MOVIELENS_100K,
                        DelimitedLayout.withoutHeader(
                                Delimiter.TAB, List.of("user_id", "item_id", "rating", "timestamp")),
                        sample,
                        "the name u.data and four columns");
            case "u.user" ->
                new FileContent.DelimitedFeatures(
                        Side.USER,
                        DelimitedLayout.withoutHeader(
                                Delimiter.PIPE, List.of("user_id", "age", "gender", "occupation", "zip_code")),
                        0,
                        List.of(1, 2, 3, 4),
                        false);
            case "u.item" -> new FileContent.MovieLens100kItems();
            case "u.genre", "u.info", "u.occupation" -> new FileContent.Ignored("part of MovieLens 100K, not needed");
            default ->
                sample.file().plainName().matches("u[1-5ab]\\.(base|test)")
                        ? new FileContent.Ignored("a fold of MovieLens 100K; u.data has all ratings")
                        : null;
        };
    }

    /** A file with {@code ::} between fields, or null. */
    FileContent movieLensDat(FileSample sample) {
        int fields = Delimiter.DOUBLE_COLON.count(sample.firstLine()) + 1;
        if (fields < 2 || Delimiter.TAB.count(sample.firstLine()) > 0) {
            return null;
        }
        String name = sample.file().plainName();
        if (name.startsWith("movies") && fields == 3) {
            return new FileContent.DelimitedFeatures(
                    Side.ITEM,
                    DelimitedLayout.withoutHeader(Delimiter.DOUBLE_COLON, List.of("item_id", "title", "genres")),
                    0,
                    List.of(1, 2),
                    false);
        }
        if (name.startsWith("users") && fields == 5) {
            return new FileContent.DelimitedFeatures(
                    Side.USER,
                    DelimitedLayout.withoutHeader(
                            Delimiter.DOUBLE_COLON, List.of("user_id", "gender", "age", "occupation", "zip_code")),
                    0,
                    List.of(1, 2, 3, 4),
                    false);
        }
        if (name.startsWith("tags")) {
            return new FileContent.Ignored("tags without a header");
        }
        FileContent found = headerless(sample, Delimiter.DOUBLE_COLON, DataFormat.MOVIELENS_DAT);
        return found instanceof FileContent.Events ? found : null;
    }

    /** Any delimited text; null if it is none, {@code Unknown} with a reason if it is one but its columns are unclear. */
    FileContent any(FileSample sample) {
        Delimiter delimiter = delimiter(sample);
        if (delimiter == null) {
            return null;
        }
        boolean tab = delimiter == Delimiter.TAB;
        QuoteRule quotes =
                tab ? QuoteRule.WHOLE_FIELD : delimiter == Delimiter.DOUBLE_COLON ? QuoteRule.NONE : QuoteRule.RFC_4180;
        List<String> header = row(sample.firstLine(), delimiter, quotes);
        if (mapping.isPositional() && !header.containsAll(mapping.columns().values())) {
            return positional(sample, delimiter, quotes, header.size());
        }
        Map<ColumnRole, Integer> roles = EventColumns.recognise(header);
        boolean user = has(ColumnRole.USER, header, roles);
        boolean item = has(ColumnRole.ITEM, header, roles);
        if (!user && !item && mapping.columns().isEmpty() && roles.isEmpty()) {
            return headerless(sample, delimiter, DataFormat.DELIMITED);
        }
        DelimitedLayout layout = new DelimitedLayout(delimiter, quotes, true, header, List.of(), false);
        if (user && item) {
            return tags(layout, roles) != null ? tags(layout, roles) : events(layout, sample);
        }
        if (item || user) {
            return features(sample, layout, item ? Side.ITEM : Side.USER);
        }
        String wanted = mapping.columns().getOrDefault(ColumnRole.USER, "user");
        return new FileContent.Unknown("column '" + DisplayText.of(wanted) + "' missing; the header has: "
                + DisplayText.of(String.join(", ", header)));
    }

    private boolean has(ColumnRole role, List<String> header, Map<ColumnRole, Integer> roles) {
        String mapped = mapping.columns().get(role);
        return (mapped != null && header.contains(mapped)) || roles.containsKey(role);
    }

    private FileContent positional(FileSample sample, Delimiter delimiter, QuoteRule quotes, int width) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add(String.valueOf(i));
        }
        DelimitedLayout layout = new DelimitedLayout(delimiter, quotes, false, names, List.of(), false);
        return new FileContent.DelimitedEvents(
                DataFormat.DELIMITED,
                layout,
                EventColumns.resolve(sample.file().name(), names, mapping),
                delimiter.label() + ", columns given by number");
    }

    private FileContent events(DelimitedLayout layout, FileSample sample) {
        List<String> header = layout.columns();
        if (mapping.isAutomatic() && header.containsAll(List.of("daytime", "weekday")) && header.contains("cnt")) {
            Map<ColumnRole, Integer> roles = EventColumns.recognise(header);
            List<String> context = new ArrayList<>(header);
            roles.values().forEach(column -> context.remove(header.get(column)));
            return new FileContent.DelimitedEvents(
                    DataFormat.FRAPPE,
                    layout,
                    EventColumns.resolve(sample.file().name(), header, new ColumnMapping(Map.of(), context)),
                    "the header has cnt, daytime and weekday");
        }
        boolean movieLens = header.equals(List.of("userId", "movieId", "rating", "timestamp"));
        return events(
                movieLens ? DataFormat.MOVIELENS_CSV : DataFormat.DELIMITED,
                layout,
                sample,
                layout.delimiter().label() + ", the header names the columns");
    }

    private FileContent events(DataFormat format, DelimitedLayout layout, FileSample sample, String why) {
        try {
            EventColumns columns = EventColumns.resolve(sample.file().name(), layout.columns(), mapping);
            return new FileContent.DelimitedEvents(format, layout, columns, why);
        } catch (KindredException e) {
            String prefix = sample.file().name() + ": ";
            String message = e.getMessage();
            return new FileContent.Unknown(message.startsWith(prefix) ? message.substring(prefix.length()) : message);
        }
    }

    /** A file of free-text tags, or null: it has a tag and no rating. */
    private static FileContent tags(DelimitedLayout layout, Map<ColumnRole, Integer> roles) {
        int tag = layout.columns().indexOf("tag");
        if (tag < 0 || roles.containsKey(ColumnRole.VALUE)) {
            return null;
        }
        return new FileContent.DelimitedFeatures(Side.ITEM, layout, roles.get(ColumnRole.ITEM), List.of(tag), true);
    }

    private FileContent features(FileSample sample, DelimitedLayout layout, Side side) {
        Map<ColumnRole, Integer> roles = EventColumns.recognise(layout.columns());
        ColumnRole role = side == Side.USER ? ColumnRole.USER : ColumnRole.ITEM;
        String mappedId = mapping.columns().get(role);
        Integer id = mappedId != null && layout.columns().contains(mappedId)
                ? Integer.valueOf(layout.columns().indexOf(mappedId))
                : roles.get(role);
        if (id == null) {
            return new FileContent.Unknown("column '" + role.label() + "' missing; the header has: "
                    + DisplayText.of(String.join(", ", layout.columns())));
        }
        if (sample.file().plainName().startsWith("genome-")) {
            return new FileContent.Ignored("MovieLens tag genome, not imported");
        }
        List<Integer> features = new ArrayList<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            if (i != id && !layout.columns().get(i).isEmpty()) {
                features.add(i);
            }
        }
        return new FileContent.DelimitedFeatures(side, layout, id, features, false);
    }

    private FileContent headerless(FileSample sample, Delimiter delimiter, DataFormat format) {
        List<List<String>> rows = new ArrayList<>();
        for (String line :
                sample.lines().subList(0, Math.min(SAMPLE_ROWS, sample.lines().size()))) {
            if (!line.isBlank()) {
                rows.add(row(line, delimiter, QuoteRule.WHOLE_FIELD));
            }
        }
        List<String> columns = HeaderlessColumns.guess(rows);
        if (columns == null) {
            return new FileContent.Unknown(delimiter.label() + ", but the columns of its first line are not known: "
                    + DisplayText.of(sample.firstLine()));
        }
        DelimitedLayout layout = new DelimitedLayout(
                delimiter, QuoteRule.WHOLE_FIELD, false, columns, List.of(), format == DataFormat.MOVIELENS_DAT);
        return events(
                format,
                layout,
                sample,
                delimiter.label() + ", no header, columns taken as " + String.join(", ", columns));
    }

    /** The delimiter that splits the first line into most fields of the same number as the next lines. */
    private static Delimiter delimiter(FileSample sample) {
        for (Delimiter delimiter : List.of(Delimiter.TAB, Delimiter.DOUBLE_COLON)) {
            if (delimiter.count(sample.firstLine()) > 0 && isRegular(sample, delimiter)) {
                return delimiter;
            }
        }
        Delimiter best = null;
        int most = 0;
        for (Delimiter delimiter : List.of(Delimiter.COMMA, Delimiter.SEMICOLON, Delimiter.PIPE)) {
            int count = delimiter.count(sample.firstLine());
            if (count > most) {
                best = delimiter;
                most = count;
            }
        }
        if (best == null && isSpacedPairs(sample)) {
            return Delimiter.SPACE;
        }
        return best;
    }

    /** Whether most lines have as many fields as the first. */
    private static boolean isRegular(FileSample sample, Delimiter delimiter) {
        int width = delimiter.count(sample.firstLine());
        int same = 0;
        int lines = 0;
        for (String line : sample.lines()) {
            if (!line.isBlank()) {
                lines++;
                same += delimiter.count(line) == width ? 1 : 0;
            }
        }
        return same * 2 > lines;
    }

    /** Whether lines are interactions separated by blanks: 2 to 4 numbers each, and users repeat from line to line. */
    private static boolean isSpacedPairs(FileSample sample) {
        int width = Delimiter.SPACE.count(sample.firstLine()) + 1;
        if (width < 2 || width > 4 || sample.lines().size() < 3) {
            return false;
        }
        Map<String, Integer> first = new HashMap<>();
        for (String line : sample.lines()) {
            if (!line.isBlank() && (Delimiter.SPACE.count(line) + 1 != width || line.endsWith(" "))) {
                return false;
            }
            first.merge(line.split(" ", -1)[0], 1, Integer::sum);
        }
        return first.size() < sample.lines().size()
                && !sample.file().plainName().toLowerCase(Locale.ROOT).contains("session");
    }

    private static List<String> row(String line, Delimiter delimiter, QuoteRule quotes) {
        FieldSplitter splitter = new FieldSplitter(delimiter, quotes);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        splitter.split(bytes, 0, bytes.length);
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < splitter.count(); i++) {
            fields.add(splitter.string(i).strip());
        }
        return fields;
    }
}
