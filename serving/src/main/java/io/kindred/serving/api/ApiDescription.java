package io.kindred.serving.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Kindred",
                        version = "1",
                        description = "Recommendations, events and the registry of models.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        tags = {
            @Tag(name = "Recommendations"),
            @Tag(name = "Users"),
            @Tag(name = "Items"),
            @Tag(name = "Events"),
            @Tag(name = "Models"),
            @Tag(name = "Evaluations"),
            @Tag(name = "Status")
        })
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token in the file token of the Kindred home.")
public class ApiDescription extends Application {}
