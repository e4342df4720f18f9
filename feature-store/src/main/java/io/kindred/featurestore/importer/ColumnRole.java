package io.kindred.featurestore.importer;

import java.util.Locale;
import java.util.Optional;

/** What a column of an interaction file means, with the names by which it is recognised. */
public enum ColumnRole {
    /** The user's id; without one, a session id stands for an anonymous user. */
    USER(
            "user userid uid u visitorid visitor customerid customer reviewerid "
                    + "memberid member accountid playerid buyerid",
            "session sessionid"),
    /** The item's id. */
    ITEM(
            "item itemid iid i movieid movie filmid productid product asin "
                    + "articleid article songid song trackid artistid bookid book isbn "
                    + "businessid newsid contentid gameid goodid goodsid sku videoid",
            "parentasin"),
    /** A rating, count or weight. */
    VALUE("rating value score stars overall bookrating preference count cnt " + "weight playcount plays frequency", ""),
    /** When it happened. */
    TIME("timestamp time ts unixreviewtime eventtime unixtime timestampms", "datetime date createdat"),
    /** What kind of event it was, for instance {@code click} or {@code purchase}. */
    TYPE("event eventtype type action actiontype behavior behaviortype behaviour", "");

    private final String names;
    private final String secondNames;

    ColumnRole(String names, String secondNames) {
        this.names = names;
        this.secondNames = secondNames;
    }

    /** Lower-case name used in mappings and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a column by its name; case and everything but letters and digits are ignored. */
    static Optional<ColumnRole> ofColumn(String column) {
        String plain = plain(column);
        for (ColumnRole role : values()) {
            if (contains(role.names, plain) || contains(role.secondNames, plain)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether the name is one that counts only where no better name is present. */
    boolean isSecondChoice(String column) {
        return contains(secondNames, plain(column));
    }

    private static boolean contains(String names, String plain) {
        return (" " + names + " ").contains(" " + plain + " ");
    }

    static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
