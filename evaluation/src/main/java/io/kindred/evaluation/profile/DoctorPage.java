package io.kindred.evaluation.profile;

import io.kindred.evaluation.html.Axis;
import io.kindred.evaluation.html.BarPlot;
import io.kindred.evaluation.html.Format;
import io.kindred.evaluation.html.HtmlPage;
import io.kindred.evaluation.html.HtmlTable;
import io.kindred.evaluation.html.LinePlot;
import io.kindred.evaluation.html.Section;
import io.kindred.evaluation.report.ExposureCurve;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An {@link Examination} as a page with plots. Stateless and thread-safe. */
public final class DoctorPage {
    private static final int POINTS = 200;
    private static final int SUSPECTS = 50;
    private static final int TWINS = 50;

    private DoctorPage() {}

    /**
     * The page.
     *
     * @param title what the data are called
     */
    public static HtmlPage of(String title, Examination of) {
        HtmlPage page = new HtmlPage(title, "Profile of a data set");
        page.fact("Interactions", Format.COUNT.text(of.interactions()));
        page.fact("Users", Format.COUNT.text(of.users()));
        page.fact("Items", Format.COUNT.text(of.items()));
        page.fact("Density", Words.format("%.3f%%", 100 * of.density()));
        verdicts(page.section("Verdicts"), of);
        popularity(page.section("Popularity and activity"), of.popularity());
        of.drift().ifPresent(drift -> drift(page.section("Time"), drift));
        if (!of.robots().suspects().isEmpty()) {
            suspects(page.section("Users who behave like machines"), of.robots());
        }
        if (!of.repeats().twinUsers().isEmpty() || !of.repeats().twinItems().isEmpty()) {
            twins(page.section("Twins"), of.repeats());
        }
        return page;
    }

    private static void verdicts(Section section, Examination of) {
        List<List<HtmlTable.Cell>> rows = new ArrayList<>();
        for (Remark remark : of.remarks()) {
            HtmlTable.Emphasis emphasis =
                    switch (remark.level()) {
                        case OK -> HtmlTable.Emphasis.QUIET;
                        case NOTE -> HtmlTable.Emphasis.NONE;
                        case WARNING -> HtmlTable.Emphasis.BAD;
                    };
            rows.add(List.of(
                    HtmlTable.Cell.of(remark.topic()),
                    HtmlTable.Cell.of(remark.level().label(), emphasis),
                    new HtmlTable.Cell(remark.text(), remark.advice(), HtmlTable.Emphasis.NONE)));
        }
        section.text(of.summary() + ".");
        section.table(new HtmlTable(
                "What was looked at and found",
                List.of(
                        HtmlTable.Column.text("topic"),
                        HtmlTable.Column.text("verdict"),
                        HtmlTable.Column.text("finding and advice")),
                rows));
    }

    private static void popularity(Section section, Popularity popularity) {
        int[] counts = popularity.counts();
        if (counts.length == 0) {
            return;
        }
        int points = Math.min(POINTS, counts.length);
        double[] rank = new double[points];
        double[] users = new double[points];
        int n = 0;
        for (int i = 0; i < points; i++) {
            // Equal distances on a logarithmic axis; the first ranks fall together.
            int at = (int) Math.round(Math.pow(counts.length, points == 1 ? 0 : (double) i / (points - 1)));
            if (n == 0 || at > rank[n - 1]) {
                rank[n] = at;
                users[n++] = counts[at - 1];
            }
        }
        section.chart(new LinePlot(
                        "Popularity curve",
                        "Interactions of the items, most popular first. A straight line is a power law.",
                        Axis.log("rank of the item", Format.COUNT),
                        Axis.log("interactions", Format.COUNT),
                        List.of(new LinePlot.Line("items", Arrays.copyOf(rank, n), Arrays.copyOf(users, n), 0)))
                .toChart());
        List<String> bins = new ArrayList<>();
        double[] numbers = new double[popularity.activity().length];
        for (int b = 0; b < numbers.length; b++) {
            bins.add(b == 0 ? "1" : Words.format("%,d to %,d", 1 << b, (1L << (b + 1)) - 1));
            numbers[b] = popularity.activity()[b];
        }
        section.chart(BarPlot.histogram(
                        "Activity of users",
                        "How many users have how many interactions.",
                        bins,
                        "interactions of a user",
                        Axis.fromZero("users", Format.COUNT),
                        numbers)
                .toChart());
        double[] shares = ExposureCurve.of("items", counts).shares().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        section.chart(new LinePlot(
                        "Lorenz curve",
                        "Which share of the interactions the least popular items have together; the straight line would be"
                                + " equality.",
                        Axis.share("share of the items"),
                        Axis.share("share of the interactions"),
                        List.of(
                                new LinePlot.Line("items", LinePlot.evenly(shares.length), shares, 0),
                                new LinePlot.Line("equality", new double[] {0, 1}, new double[] {0, 1}, -1)))
                .toChart());
    }

    private static void drift(Section section, Drift drift) {
        List<String> bins = new ArrayList<>();
        double[] interactions = new double[drift.periods().size()];
        double[] users = new double[interactions.length];
        double[] items = new double[interactions.length];
        for (int i = 0; i < interactions.length; i++) {
            Drift.Period period = drift.periods().get(i);
            bins.add(Instant.ofEpochSecond(period.from())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString());
            interactions[i] = period.interactions();
            users[i] = period.newUsers();
            items[i] = period.newItems();
        }
        section.text(Words.format(
                "The items of the earlier and the later half of the interactions diverge by %.3f bits (Jensen-Shannon, from 0 to"
                        + " 1); two random halves diverge by %.3f.",
                drift.divergence(), drift.byChance()));
        section.chart(BarPlot.histogram(
                        "Interactions over time",
                        "Equally long periods from the first interaction to the last, by the day they begin.",
                        bins,
                        "period from",
                        Axis.fromZero("interactions", Format.COUNT),
                        interactions)
                .toChart());
        section.chart(new BarPlot(
                        "New users and items",
                        "How many are seen for the first time in each period.",
                        bins,
                        "period from",
                        Axis.fromZero("seen for the first time", Format.COUNT),
                        List.of(new BarPlot.Bars("users", users, 0), new BarPlot.Bars("items", items, 1)),
                        false)
                .toChart());
    }

    private static void suspects(Section section, Robots robots) {
        section.text(
                "Crude rules found them: more than 60 interactions within a minute, equally long pauses, 22 active hours of"
                        + " 24, or far more interactions than active users have. People who work off a list in one sitting look alike.");
        section.table(HtmlTable.plain(
                "Users who behave like machines, most active first",
                List.of("user", "interactions", "why"),
                robots.suspects().stream()
                        .limit(SUSPECTS)
                        .map(s -> List.of(s.user(), Format.COUNT.text(s.interactions()), s.reason()))
                        .toList()));
    }

    private static void twins(Section section, Repeats repeats) {
        table(section, "Users with exactly the same interactions", repeats.twinUsers());
        table(section, "Items with the same texts", repeats.twinItems());
    }

    private static void table(Section section, String caption, List<List<String>> groups) {
        if (!groups.isEmpty()) {
            section.table(HtmlTable.plain(
                    caption
                            + (groups.size() > TWINS
                                    ? Words.format(" (the first %d of %,d)", TWINS, groups.size())
                                    : ""),
                    List.of("ids"),
                    groups.stream()
                            .limit(TWINS)
                            .map(group -> List.of(String.join(", ", group)))
                            .toList()));
        }
    }
}
