package io.kindred.featurestore.importer;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.List;

/** The formats that can be imported. */
public enum DataFormat {
    /** RecBole atomic files: {@code .inter}, {@code .user}, {@code .item}; tab-separated, header {@code name:type}. */
    RECBOLE("recbole", "RecBole atomic files"),
    /** MovieLens 1M and 10M: {@code ratings.dat}, {@code movies.dat}, {@code users.dat}, separated by {@code ::}. */
    MOVIELENS_DAT("movielens-dat", "MovieLens .dat files"),
    /** The original MovieLens 100K: {@code u.data}, {@code u.item}, {@code u.user}. */
    MOVIELENS_100K("movielens-100k", "original MovieLens 100K files"),
    /** MovieLens Latest, 20M, 25M: {@code ratings.csv}, {@code movies.csv}, {@code tags.csv}, {@code links.csv}. */
    MOVIELENS_CSV("movielens-csv", "MovieLens CSV files"),
    /** Frappe: {@code frappe.csv} with context columns and {@code meta.csv}. */
    FRAPPE("frappe", "Frappe files with context"),
    /** Any delimited text, with a header or plain numbers. */
    DELIMITED("csv", "delimited text"),
    /** One JSON object a line, one line an event. */
    JSON_LINES("json-lines", "JSON Lines"),
    /** One JSON object: user to list of items. */
    JSON_SEQUENCES("json-sequences", "JSON object of user to items"),
    /** One user a line: the user's id, then item ids. */
    USER_SEQUENCES("user-sequences", "text with one user a line"),
    /** One anonymous session a line: item ids in order. */
    SESSIONS("sessions", "text with one session a line");

    private final String id;
    private final String label;

    DataFormat(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name by which the format is forced. */
    public String id() {
        return id;
    }

    /** What the format is, in words. */
    public String label() {
        return label;
    }

    /**
     * The format with the given name.
     *
     * @throws KindredException if there is none; the message lists all
     */
    public static DataFormat of(String id) {
        for (DataFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        throw new KindredException("unknown format '" + DisplayText.of(id) + "'; available: " + ids());
    }

    /** The names of all formats, separated by commas. */
    public static String ids() {
        List<String> ids = new ArrayList<>();
        for (DataFormat format : values()) {
            ids.add(format.id);
        }
        return String.join(", ", ids);
    }
}
