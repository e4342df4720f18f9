package io.kindred.docs;

import io.kindred.serving.config.KindredConfig;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The server's own settings as environment variables, read from the interface that maps them. */
final class ServerSettings {
    private ServerSettings() {}

    static Set<String> environmentVariables() {
        Set<String> names = new TreeSet<>();
        collect(KindredConfig.class, "KINDRED", names);
        return names;
    }

    private static void collect(Class<?> group, String prefix, Set<String> names) {
        for (Method setting : group.getDeclaredMethods()) {
            String words = setting.getName().replaceAll("([a-z])([A-Z])", "$1_$2");
            String name = prefix + "_" + words.toUpperCase(Locale.ROOT);
            if (setting.getReturnType().getDeclaringClass() == KindredConfig.class) {
                collect(setting.getReturnType(), name, names);
            } else {
                names.add(name);
            }
        }
    }
}
