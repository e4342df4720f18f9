package io.kindred.featurestore.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.kindred.core.data.TimeKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One tiny data set of each format. */
class FormatImportTest {
    @TempDir
    Path folder;

    @Test
    void recboleAtomicFiles() {
        Imported.write(
                folder,
                "films.inter",
                "user_id:token\titem_id:token\trating:float\ttimestamp:float",
                "u1\ti1\t4\t881250949",
                "u2\ti1\t3.5\t881250950.0");
        Imported.write(
                folder,
                "films.item",
                "item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq",
                "i1\tHeat \"uncut\t1995\tCrime Drama",
                "i2\tNew\t\tDrama");
        Imported.write(folder, "films.user", "user_id:token\tage:token\tgender:token", "u1\t24\tF", "u2\t53\tM");
        Imported.write(folder, "films.link", "item_id:token\tentity_id:token", "i1\tm.1");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.RECBOLE);
        assertThat(imported.result().report().decision()).contains("films.inter", "films.item", "films.user");
        assertThat(imported.events()).containsExactly("u1 i1 4.0 881250949", "u2 i1 3.5 881250950");
        assertThat(imported.result().timeKind()).isEqualTo(TimeKind.TIMESTAMP);
        assertThat(imported.result().eventTypes()).containsExactly("rating");
        assertThat(imported.itemFeature("movie_title", "i1")).isEqualTo("Heat \"uncut");
        assertThat(imported.itemFeature("release_year", "i1")).isEqualTo(1995.0);
        assertThat(imported.itemFeature("class", "i1")).isEqualTo(List.of("Crime", "Drama"));
        assertThat(imported.userFeature("age", "u2")).isEqualTo(53.0);
        assertThat(imported.userFeature("gender", "u2")).isEqualTo("M");
        assertThat(imported.result().itemsWithEvents()).isEqualTo(1);
        assertThat(imported.result().items().ids()).containsExactly("i1", "i2");
        assertThat(imported.result().report().ignored())
                .singleElement()
                .asString()
                .startsWith("films.link");
    }

    @Test
    void recboleBenchmarkFilesAreAGivenSplit() {
        String header = "user_id:token\titem_id:token";
        Imported.write(folder, "d.test.inter", header, "u1\ti3");
        Imported.write(folder, "d.train.inter", header, "u1\ti1");
        Imported.write(folder, "d.valid.inter", header, "u1\ti2");

        assertThat(Imported.from(folder).parts()).containsExactly("u1 i1 train", "u1 i2 valid", "u1 i3 test");
    }

    @Test
    void eventsOfATypeThatHasNoValueGetTheValueOne() {
        Imported.write(
                folder,
                "log.inter",
                "user_id:token\titem_id:token\trating:float\ttimestamp:float\tevent_type:token",
                "u1\ti1\t\t100\tview",
                "u1\ti1\t4.5\t200\trate");
        Imported.write(folder, "log.impressions", "user_id:token\titem_id:token", "u1\ti1");

        Imported imported = Imported.from(folder);

        assertThat(imported.events()).containsExactly("u1 i1 1.0 100", "u1 i1 4.5 200");
        assertThat(imported.file(0).notes()).contains("1 event without rating got the value 1");
        assertThat(imported.result().report().ignored())
                .singleElement()
                .asString()
                .startsWith("log.impressions");
    }

    @Test
    void featuresOfOtherThingsAreNotImported() {
        Imported.write(folder, "log.csv", "user,item", "u1,i1");
        Imported.write(folder, "package.json", "{\"name\": \"something\", \"version\": \"1\"}");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().items().ids()).containsExactly("i1");
        assertThat(imported.result().features()).isEmpty();
        assertThat(imported.result().report().ignored())
                .singleElement()
                .asString()
                .startsWith("package.json");
    }

    @Test
    void movieLensDatFiles() {
        Imported.write(folder, "ratings.dat", "1::1193::5::978300760", "1::661::3::978302109");
        Imported.write(
                folder, "movies.dat", "1193::One: Flew (1975)::Drama", "661::James (1996)::Animation|Children's");
        Imported.write(folder, "users.dat", "1::F::18::10::48067");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.MOVIELENS_DAT);
        assertThat(imported.events()).containsExactly("1 1193 5.0 978300760", "1 661 3.0 978302109");
        assertThat(imported.itemFeature("title", "1193")).isEqualTo("One: Flew (1975)");
        assertThat(imported.itemFeature("year", "1193")).isEqualTo(1975.0);
        assertThat(imported.itemFeature("genres", "661")).isEqualTo(List.of("Animation", "Children's"));
        assertThat(imported.userFeature("age", "1")).isEqualTo(18.0);
        assertThat(imported.userFeature("occupation", "1")).isEqualTo("10");
        assertThat(imported.userFeature("zip_code", "1")).isEqualTo("48067");
    }

    @Test
    void originalMovieLens100kFilesInLatin1() {
        Imported.write(folder, "u.data", "196\t242\t3\t881250949", "186\t302\t3\t891717742");
        String flags = "|0|1|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0";
        String items =
                "242|Kolya é (1996)|24-Jan-1997||http://example.org" + flags + "\n302|No Date||| " + flags + "\n";
        Imported.writeBytes(folder, "u.item", items.getBytes(StandardCharsets.ISO_8859_1));
        Imported.write(folder, "u.user", "196|49|M|writer|55105");
        Imported.write(folder, "u1.base", "196\t242\t3\t881250949");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.MOVIELENS_100K);
        assertThat(imported.events()).containsExactly("196 242 3.0 881250949", "186 302 3.0 891717742");
        assertThat(imported.itemFeature("title", "242")).isEqualTo("Kolya é (1996)");
        assertThat(imported.itemFeature("year", "242")).isEqualTo(1997.0);
        assertThat(imported.itemFeature("year", "302")).isNull();
        assertThat(imported.itemFeature("genres", "242")).isEqualTo(List.of("Action", "Comedy"));
        assertThat(imported.userFeature("occupation", "196")).isEqualTo("writer");
        assertThat(imported.file(1).notes()).contains("lines that are not UTF-8 were read as ISO-8859-1");
        assertThat(imported.result().report().ignored())
                .singleElement()
                .asString()
                .contains("u1.base");
    }

    @Test
    void movieLensCsvFolder() {
        Imported.write(folder, "ratings.csv", "userId,movieId,rating,timestamp\r", "1,10,4.0,964982703\r");
        Imported.write(
                folder,
                "movies.csv",
                "movieId,title,genres\r",
                "10,\"American President, The (1995)\",Comedy|Drama\r",
                "11,\"Say \"\"Yes\"\" (2000)\",(no genres listed)\r");
        Imported.write(
                folder,
                "tags.csv",
                "userId,movieId,tag,timestamp",
                "1,10,funny,1445714994",
                "2,10,funny,1445714995",
                "2,10,politics,1445714996");
        Imported.write(folder, "links.csv", "movieId,imdbId,tmdbId", "10,0112346,9087", "11,0112347,");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.MOVIELENS_CSV);
        assertThat(imported.events()).containsExactly("1 10 4.0 964982703");
        assertThat(imported.itemFeature("title", "10")).isEqualTo("American President, The (1995)");
        assertThat(imported.itemFeature("title", "11")).isEqualTo("Say \"Yes\" (2000)");
        assertThat(imported.itemFeature("year", "11")).isEqualTo(2000.0);
        assertThat(imported.itemFeature("genres", "11")).isNull();
        assertThat(imported.itemFeature("imdbId", "10")).isEqualTo("0112346");
        assertThat(imported.itemFeature("tmdbId", "11")).isNull();
        assertThat(imported.typeOf("tag")).isEqualTo(FeatureType.CATEGORIES);
        assertThat(imported.file(3).accepted()).isEqualTo(2);
        assertThat(imported.file(3).duplicates()).isEqualTo(1);
        assertThat(imported.file(3).unknownColumns()).containsExactly("userId", "timestamp");
        assertThat(imported.result().users().ids()).containsExactly("1");
    }

    @Test
    void genericCsvWithTypesAndMilliseconds() {
        Path file = Imported.write(
                folder,
                "events.csv",
                "ts,visitorid,event,itemid,price",
                "1433221332117,257597,view,355908,9.5",
                "1433224214164,992329,transaction,248676,");

        Imported imported = Imported.from(file);

        assertThat(imported.events()).containsExactly("257597 355908 1.0 1433221332", "992329 248676 1.0 1433224214");
        assertThat(imported.result().eventTypes()).containsExactly("view", "transaction");
        assertThat(imported.file(0).unknownColumns()).containsExactly("price");
        assertThat(imported.file(0).notes()).contains("times read as Unix milliseconds");
    }

    @Test
    void columnsCanBeMappedAndKeptAsContext() {
        Path file = Imported.write(
                folder,
                "log.tsv",
                "buyer\tsku\tday\tcity",
                "ann\tbook\tmon\t",
                "bob\tpen\ttue\tRome",
                "bob\tpen\tmon\tRome");

        Imported imported = Imported.run(
                ImportRequest.of(file).withMapping(ColumnMapping.parse("user=buyer,item=sku,context=day+city")));

        assertThat(imported.events()).containsExactly("ann book 1.0 0", "bob pen 1.0 0", "bob pen 1.0 0");
        assertThat(imported.result().timeKind()).isEqualTo(TimeKind.NONE);
        assertThat(imported.result().context())
                .containsExactly(
                        new ContextColumn("day", List.of("mon", "tue")), new ContextColumn("city", List.of("Rome")));
        assertThat(imported.sink().events.getFirst().context()).containsExactly(0, -1);
        assertThat(imported.sink().events.get(1).context()).containsExactly(1, 0);
    }

    @Test
    void columnsCanBeMappedByNumber() {
        Path file = Imported.write(folder, "x.csv", "a,2001-02-03,u1,i1", "b,2001-02-04,u2,i2");

        Imported imported =
                Imported.run(ImportRequest.of(file).withMapping(ColumnMapping.parse("user=3,item=4,time=2")));

        assertThat(imported.events()).containsExactly("u1 i1 1.0 981158400", "u2 i2 1.0 981244800");
    }

    @Test
    void headerlessCsvWithRatingsAndTimes() {
        Path file = Imported.write(folder, "ratings.csv", "A1,B1,5.0,1400000000", "A2,B1,1.0,1400000001");

        assertThat(Imported.from(file).events()).containsExactly("A1 B1 5.0 1400000000", "A2 B1 1.0 1400000001");
    }

    @Test
    void jsonLinesWithIsoDatesAndEventTypes() {
        Path file = Imported.write(
                folder,
                "log.jsonl",
                "{\"user_id\": \"u1\", \"item_id\": 7, \"event\": \"click\", \"timestamp\": \"2019-11-24T00:00:20Z\", \"x\": {\"y\": 1}}",
                "{\"item_id\": 8, \"user_id\": \"u1\", \"event\": \"buy\", \"timestamp\": \"2019-11-24 00:00:21.5+00:00\"}");

        Imported imported = Imported.from(file);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.JSON_LINES);
        assertThat(imported.events()).containsExactly("u1 7 1.0 1574553620", "u1 8 1.0 1574553621");
        assertThat(imported.file(0).unknownColumns()).containsExactly("x");
    }

    @Test
    void jsonObjectOfUserToItemsWithItemTexts() {
        Imported.write(folder, "S.inter.json", "{\"0\": [3, 1], \"1\": [\"3\"], \"2\": []}");
        Imported.write(
                folder,
                "S.item.json",
                "{\"1\": {\"title\": \"Staples\", \"brand\": \"Stanley\", \"categories\": \"Tools,Fasteners\"},",
                " \"3\": {\"title\": \"Kit\", \"brand\": \"\", \"categories\": \"Tools\"}}");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.JSON_SEQUENCES);
        assertThat(imported.events()).containsExactly("0 3 1.0 0", "0 1 1.0 1", "1 3 1.0 2");
        assertThat(imported.result().timeKind()).isEqualTo(TimeKind.ORDER);
        assertThat(imported.file(0).notes()).containsExactly("1 user without any item in this file");
        assertThat(imported.itemFeature("categories", "1")).isEqualTo(List.of("Tools", "Fasteners"));
        assertThat(imported.itemFeature("brand", "3")).isNull();
    }

    @Test
    void oneUserALineWithNamedAttributesAndShiftedItemTexts() {
        Imported.write(folder, "Y.txt", "1 1 2 1", "2 2 3");
        Imported.write(folder, "Y_item2attributes.json", "{\"1\": [1, 2], \"3\": [9]}");
        Imported.write(folder, "attribute_names.json", "{\"1\": \"Bars\", \"2\": \"Soup\"}");
        Imported.write(
                folder,
                "Y.item.json",
                "{\"0\": {\"title\": \"A\"}, \"1\": {\"title\": \"B\"}, \"2\": {\"title\": \"C\"}}");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.USER_SEQUENCES);
        assertThat(imported.events()).containsExactly("1 1 1.0 0", "1 2 1.0 1", "1 1 1.0 2", "2 2 1.0 3", "2 3 1.0 4");
        assertThat(imported.itemFeature("attributes", "1")).isEqualTo(List.of("Bars", "Soup"));
        assertThat(imported.itemFeature("attributes", "3")).isEqualTo(List.of("9"));
        assertThat(imported.itemFeature("title", "1")).isEqualTo("A");
        assertThat(imported.itemFeature("title", "3")).isEqualTo("C");
        assertThat(imported.result().items().ids()).containsExactly("1", "2", "3");
    }

    @Test
    void oneUserALineAsTrainAndTestHasNoOrder() {
        Imported.write(folder, "train.txt", "0 5 6 5", "1 6", "2 5");
        Imported.write(folder, "test.txt", "0 7", "1 ", "2 8");

        Imported imported = Imported.from(folder);

        assertThat(imported.parts())
                .containsExactly("0 5 train", "0 6 train", "1 6 train", "2 5 train", "0 7 test", "2 8 test");
        assertThat(imported.result().timeKind()).isEqualTo(TimeKind.NONE);
        assertThat(imported.file(0).duplicates()).isEqualTo(1);
        assertThat(imported.file(1).notes()).contains("1 user without any item in this file");
    }

    @Test
    void oneSessionALineAsTrainAndTest() {
        Imported.write(folder, "train_sessions.txt", "1 2", "1 3 3");
        Imported.write(folder, "test_sessions.txt", "3 1");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.SESSIONS);
        assertThat(imported.parts())
                .containsExactly(
                        "train-000001 1 train",
                        "train-000001 2 train",
                        "train-000002 1 train",
                        "train-000002 3 train",
                        "train-000002 3 train",
                        "test-000001 3 test",
                        "test-000001 1 test");
        assertThat(imported.result().timeKind()).isEqualTo(TimeKind.ORDER);
    }

    @Test
    void frappeWithContext() {
        Imported.write(
                folder,
                "frappe.csv",
                "user\titem\tcnt\tdaytime\tweekday\tisweekend\tcity",
                "0\t0\t1\tmorning\tsunday\tweekend\t0",
                "0\t0\t7\tevening\tsunday\tweekend\t0");
        Imported.write(folder, "meta.csv", "item\tname\tprice\tdescription", "0\tMaps\tFree\t\"Find \"\"it\"\" now\"");

        Imported imported = Imported.from(folder);

        assertThat(imported.result().report().format()).isEqualTo(DataFormat.FRAPPE);
        assertThat(imported.events()).containsExactly("0 0 1.0 0", "0 0 7.0 0");
        assertThat(imported.result().context())
                .extracting(ContextColumn::name)
                .containsExactly("daytime", "weekday", "isweekend", "city");
        assertThat(imported.itemFeature("description", "0")).isEqualTo("Find \"it\" now");
    }

    @Test
    void givenTrainAndTestFilesShareOneVocabulary() {
        Path train = Imported.write(folder, "a.tsv", "user_id\titem_id", "u1\ti1");
        Path test = Imported.write(folder, "b.csv", "user,item", "u2,i1", "u1,i2");

        Imported imported = Imported.run(ImportRequest.ofSplit(train, null, test));

        assertThat(imported.parts()).containsExactly("u1 i1 train", "u2 i1 test", "u1 i2 test");
        assertThat(imported.result().users().ids()).containsExactly("u1", "u2");
    }

    @Test
    void gzipIsRecognisedByContentAndByteOrderMarkSkipped() {
        byte[] plain = "\uFEFFuser,item\r\nu1,i1\r\n".getBytes(StandardCharsets.UTF_8);
        Path file = Imported.writeBytes(folder, "data.csv", Imported.gzip(plain));

        assertThat(Imported.from(file).events()).containsExactly("u1 i1 1.0 0");
    }

    @Test
    void severalFilesOfTheSameColumnsArePieces() {
        Imported.write(folder, "part-0.csv", "user,item", "u1,i1");
        Imported.write(folder, "part-1.csv", "user,item", "u1,i1", "u2,i1");

        Imported imported = Imported.from(folder);

        assertThat(imported.events()).containsExactly("u1 i1 1.0 0", "u2 i1 1.0 0");
        assertThat(imported.file(1).duplicates()).isEqualTo(1);
    }

    @Test
    void spacedPairsAreInteractionsWhenUsersRepeat() {
        Path file = Imported.write(folder, "edges.txt", "1 10", "1 11", "2 10");

        assertThat(Imported.from(file).events()).containsExactly("1 10 1.0 0", "1 11 1.0 0", "2 10 1.0 0");
    }

    @Test
    void aForcedFormatWins() {
        Path file = Imported.write(folder, "numbers.txt", "1 2 3", "4 5 6");

        Imported imported = Imported.run(ImportRequest.of(file).withFormat(DataFormat.SESSIONS));

        assertThat(imported.result().users().ids()).containsExactly("session-000001", "session-000002");
        assertThat(Imported.from(file).result().users().ids()).containsExactly("1", "4");
    }

    @Test
    void itemFeaturesInJsonLines() {
        Imported.write(folder, "log.csv", "user,item", "u,i1");
        Imported.write(
                folder,
                "meta.jsonl",
                "{\"asin\": \"i1\", \"title\": \"Kit\", \"price\": 9.5, \"category\": [\"a\", \"b\"]}",
                "{\"asin\": \"i2\", \"title\": \"Box\", \"price\": null}");

        Imported imported = Imported.from(folder);

        assertThat(imported.sink().itemFeatures.get("price")).containsExactly(entry(0, 9.5));
        assertThat(imported.itemFeature("category", "i1")).isEqualTo(List.of("a", "b"));
        assertThat(imported.itemFeature("title", "i2")).isEqualTo("Box");
    }
}
