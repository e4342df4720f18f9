package io.kindred.serving.online;

import io.kindred.serving.config.KindredHome;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the picture of an item among the plain files of the posters folder: the file its table names, or else its id with a
 * known ending. Names that could lead elsewhere, links and folders are not looked at. Thread-safe.
 */
@Singleton
public final class Posters {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
    private static final Map<String, String> TYPES =
            Map.of("svg", "image/svg+xml", "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg");
    private static final List<String> ENDINGS = List.of("svg", "png", "jpg", "jpeg");

    private final Path folder;

    Posters(KindredHome home) {
        this.folder = home.posters();
    }

    /**
     * The picture of an item.
     *
     * @param named the file name its table has, with or without the folder's name; or null
     */
    Optional<Path> find(String item, String named) {
        if (named != null) {
            Optional<Path> file = file(named.startsWith("posters/") ? named.substring("posters/".length()) : named);
            if (file.isPresent()) {
                return file;
            }
        }
        return ENDINGS.stream()
                .map(ending -> file(item + "." + ending))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The media type of a picture, by its ending. */
    public static String mediaType(Path picture) {
        return TYPES.get(ending(picture.getFileName().toString()));
    }

    private Optional<Path> file(String name) {
        if (!PLAIN_NAME.matcher(name).matches() || !TYPES.containsKey(ending(name))) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
