package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class PosterPainterTest {
    private static final FilmWorld WORLD = SmallSample.SAMPLE.world();
    private static final PosterPainter PAINTER = new PosterPainter(42);

    @Test
    void everyPosterIsASmallWellFormedPicture() throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
        Set<Genre> painted = EnumSet.noneOf(Genre.class);
        for (Film film : WORLD.films()) {
            String svg = PAINTER.paint(film);
            Document document = parser.parse(new InputSource(new StringReader(svg)));
            Element root = document.getDocumentElement();

            assertThat(root.getLocalName()).isEqualTo("svg");
            assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 96 144");
            assertThat(svg.length()).isLessThan(16_000);
            assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                    .contains(film.title(), "simulated");
            assertThat(svg).doesNotContain("NaN", "href", "script");
            painted.add(film.mainGenre());
        }
        assertThat(painted).containsExactlyInAnyOrder(Genre.values());
    }

    @Test
    void postersDifferFromOneAnother() {
        Set<String> posters = new HashSet<>();
        for (Film film : WORLD.films()) {
            posters.add(PAINTER.paint(film));
        }

        assertThat(posters).hasSize(WORLD.films().size());
    }

    @Test
    void theSameFilmIsPaintedTheSameWay() {
        Film film = WORLD.films().getFirst();

        assertThat(new PosterPainter(42).paint(film)).isEqualTo(PAINTER.paint(film));
    }

    @Test
    void titleFillsTheWidthInFewLines() {
        PosterTitle title = PosterTitle.set("The Moustache Committee", PosterLettering.SANS, 34);

        assertThat(title.height()).isBetween(12.0, 34.0);
    }

    @Test
    void charactersOfMarkupAreEscaped() {
        Film original = WORLD.films().getFirst();
        Film film = new Film(
                0, original.id(), "Salt & <Pepper>", 2001, 90, List.of(Genre.COMEDY), Mood.WRY, "A & B", "", 0, false);

        assertThat(PAINTER.paint(film))
                .contains("SALT &amp;", "A FILM BY A &amp; B")
                .doesNotContain("<PEPPER>");
    }
}
