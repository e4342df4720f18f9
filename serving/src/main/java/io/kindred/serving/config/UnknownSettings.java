package io.kindred.serving.config;

import io.kindred.core.model.Suggestion;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds settings that look like Kindred's and are not, so that a misspelt one does not go unnoticed. */
public final class UnknownSettings {
    private static final String PREFIX = "kindred.";

    /** Properties that the launcher sets for the command line. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("kindred.install", "kindred.terminal", "kindred.columns", "kindred.shared");

    private UnknownSettings() {}

    /** A warning for each name that starts like one of Kindred's settings and is none. */
    public static List<String> warnings(Iterable<String> names) {
        Set<String> known =
                new TreeSet<>(ConfigMappings.getProperties(ConfigClass.configClass(KindredConfig.class, "kindred"))
                        .keySet());
        List<String> warnings = new ArrayList<>();
        for (String name : names) {
            String setting = name.replaceAll("\\[[0-9]+]", "");
            if (setting.startsWith(PREFIX) && !known.contains(setting) && !OF_THE_LAUNCHER.contains(setting)) {
                warnings.add("unknown setting '" + name + "' is ignored" + Suggestion.didYouMean(setting, known));
            }
        }
        return warnings;
    }
}
