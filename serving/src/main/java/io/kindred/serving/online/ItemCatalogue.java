package io.kindred.serving.online;

import io.kindred.core.KindredException;
import io.kindred.core.data.FeatureColumn;
import io.kindred.core.data.FeatureTable;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.online.FeatureTables;
import io.kindred.serving.config.KindredHome;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is known of the items for people: titles and other features from {@code online/items.arrow}. Everything works without
 * that file. Thread-safe; {@link #refresh} takes up a file that was replaced.
 */
@Singleton
public final class ItemCatalogue {
    private static final Logger LOG = Logger.getLogger(ItemCatalogue.class);
    private static final String TITLE = "title";
    private static final String POSTER = "poster";

    private final Path file;
    private final Posters posters;
    private volatile Loaded loaded = new Loaded(FeatureTable.none(Vocabulary.empty()), "missing");

    private record Loaded(FeatureTable table, String stamp) {}

    /**
     * An item for people.
     *
     * @param title null where it is not known
     * @param features column name to the value as text, missing values left out
     * @param poster its picture
     */
    public record Card(String id, String title, Map<String, String> features, Optional<Path> poster) {}

    ItemCatalogue(KindredHome home, Posters posters) {
        this.file = home.online().resolve("items.arrow");
        this.posters = posters;
        refresh();
    }

    /** Reads the table again if its file has changed. A file that cannot be read is reported and the old table kept. */
    public synchronized void refresh() {
        try {
            String stamp = stamp();
            if (!stamp.equals(loaded.stamp())) {
                FeatureTable table =
                        Files.exists(file) ? FeatureTables.read(file) : FeatureTable.none(Vocabulary.empty());
                loaded = new Loaded(table, stamp);
            }
        } catch (IOException | KindredException e) {
            LOG.warnf("the item table %s cannot be read, items keep what was known of them: %s", file, e.getMessage());
        }
    }

    /** The table as it is now; rows follow its own vocabulary. */
    public FeatureTable table() {
        return loaded.table();
    }

    /** Whether the table has the item. */
    public boolean contains(String item) {
        return loaded.table().ids().contains(item);
    }

    /** What is known of one item, which need not be in the table. */
    public Card card(String item) {
        FeatureTable table = loaded.table();
        int row = table.ids().indexOf(item);
        Map<String, String> features = new LinkedHashMap<>();
        if (row >= 0) {
            for (FeatureColumn column : table.columns()) {
                String value = column instanceof FeatureColumn.Vectors ? "" : column.display(row);
                if (!value.isEmpty()) {
                    features.put(column.name(), value);
                }
            }
        }
        String title = features.remove(TITLE);
        String poster = features.remove(POSTER);
        return new Card(item, title, features, posters.find(item, poster));
    }

    /** Tells one state of the file from the next. */
    private String stamp() throws IOException {
        if (!Files.exists(file)) {
            return "missing";
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.lastModifiedTime().toMillis() + " " + attributes.size() + " " + attributes.fileKey();
    }
}
