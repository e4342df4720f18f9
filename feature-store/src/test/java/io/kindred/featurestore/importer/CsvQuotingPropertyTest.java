package io.kindred.featurestore.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** What Apache Commons CSV writes, this reader reads back. */
class CsvQuotingPropertyTest {
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field = Arbitraries.strings()
                .withChars('a', 'b', ',', '"', '\n', ' ', 'é', '\t', ';', '|')
                .ofMaxLength(8);
        return field.list().ofSize(3).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 500)
    void quotedFieldsComeBackAsWritten(@ForAll("tables") List<List<String>> table, @ForAll boolean all)
            throws IOException {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setQuoteMode(all ? QuoteMode.ALL : QuoteMode.MINIMAL)
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecords(table);
        }

        assertThat(read(text.toString(), Delimiter.COMMA, QuoteRule.RFC_4180)).isEqualTo(table);
    }

    @Property(tries = 200)
    void wholeFieldQuotesOfTabSeparatedTextComeBack(@ForAll("tables") List<List<String>> table) throws IOException {
        List<List<String>> flat = table.stream()
                .map(row -> row.stream()
                        .map(field -> field.replace("\t", "").replace("\n", ""))
                        .toList())
                .toList();
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter('\t')
                .setQuoteMode(QuoteMode.ALL)
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecords(flat);
        }

        assertThat(read(text.toString(), Delimiter.TAB, QuoteRule.WHOLE_FIELD)).isEqualTo(flat);
    }

    private static List<List<String>> read(String text, Delimiter delimiter, QuoteRule rule) throws IOException {
        LineReader lines =
                new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "property.csv");
        List<List<String>> rows = new ArrayList<>();
        try (RecordReader records = new RecordReader(lines, delimiter, rule)) {
            while (records.next()) {
                assertThat(records.unbalanced()).isFalse();
                List<String> row = new ArrayList<>();
                for (int i = 0; i < records.fields().count(); i++) {
                    row.add(records.fields().string(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
