package io.kindred.serving.online;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindred.serving.config.KindredHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/**
 * What {@code online/dataset.json} says about the data behind the models.
 *
 * @param name the data set's name
 * @param simulated whether it was generated rather than observed
 * @param users how many users it has; null where the file does not say
 * @param items how many items it has; null where the file does not say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The data behind the models.")
public record DatasetInfo(String name, boolean simulated, Long users, Long items) {
    private static final Logger LOG = Logger.getLogger(DatasetInfo.class);

    /** The description in a home, if there is one. */
    public static Optional<DatasetInfo> read(KindredHome home, ObjectMapper json) {
        Path file = home.online().resolve("dataset.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(file.toFile(), DatasetInfo.class));
        } catch (IOException e) {
            LOG.warnf("the description of the data %s cannot be read: %s", file, e.getMessage());
            return Optional.empty();
        }
    }
}
