package io.kindred.featurestore.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The films of the original MovieLens 100K ({@code u.item}): id, title, release date, video release date, IMDb address
 * and 19 genre flags. The year is taken from the release date, the flags become one column of genres.
 */
final class MovieLens100kItemRows implements FeatureRows {
    /** Genres in the order of the flags, as the data set's {@code u.genre} lists them. */
    private static final List<String> GENRES = List.of(
            "unknown",
            "Action",
            "Adventure",
            "Animation",
            "Children's",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Fantasy",
            "Film-Noir",
            "Horror",
            "Musical",
            "Mystery",
            "Romance",
            "Sci-Fi",
            "Thriller",
            "War",
            "Western");

    private static final int TITLE = 0;
    private static final int RELEASE_DATE = 1;
    private static final int FIRST_FLAG = 4;
    private static final List<Column> COLUMNS =
            List.of(new Column("title", ""), new Column("year", ""), new Column("genres", "list"));

    private final DelimitedFeatureRows rows;

    MovieLens100kItemRows(DataFile file) {
        List<String> names =
                new ArrayList<>(List.of("item_id", "title", "release_date", "video_release_date", "imdb_url"));
        names.addAll(GENRES);
        List<Integer> features = new ArrayList<>();
        for (int i = 1; i < names.size(); i++) {
            features.add(i);
        }
        this.rows = new DelimitedFeatureRows(file, DelimitedLayout.withoutHeader(Delimiter.PIPE, names), 0, features);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void scan(Visitor visitor, FileTally tally, ImportListener listener) throws IOException {
        tally.unknownColumn("video_release_date");
        tally.unknownColumn("imdb_url");
        rows.scan((line, id, cells) -> visitor.row(line, id, convert(cells)), tally, listener);
    }

    private static List<List<String>> convert(List<List<String>> cells) {
        List<String> genres = new ArrayList<>();
        for (int i = 0; i < GENRES.size(); i++) {
            List<String> flag = cells.get(FIRST_FLAG + i);
            if (flag != null && flag.getFirst().strip().equals("1")) {
                genres.add(GENRES.get(i));
            }
        }
        List<List<String>> converted = new ArrayList<>();
        converted.add(cells.get(TITLE));
        converted.add(year(cells.get(RELEASE_DATE)));
        converted.add(genres.isEmpty() ? null : genres);
        return converted;
    }

    /** The year of a date such as {@code 01-Jan-1995}. */
    private static List<String> year(List<String> date) {
        if (date == null || date.getFirst().length() < 4) {
            return null;
        }
        String text = date.getFirst().strip();
        return List.of(text.substring(Math.max(0, text.length() - 4)));
    }
}
