package io.kindred.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * A command as a page shows it.
 *
 * @param words what follows {@code ./kindred}
 */
record ShownCommand(List<String> words) {
    private static final Pattern COMMAND = Pattern.compile("\\./kindred +([^`\\n]*)");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");
    /** Where the shell takes over, or where the next command of the same line begins. */
    private static final Pattern END = Pattern.compile("\\s(?:[|&;#>]|\\./kindred\\b).*");
    /** Commands of the launcher itself. */
    private static final Set<String> LAUNCHER = Set.of("test", "jdk");

    /** The commands in a page, of code blocks and of running text. */
    static List<ShownCommand> in(String page) {
        List<ShownCommand> commands = new ArrayList<>();
        String text = CONTINUED.matcher(page).replaceAll(" ");
        Matcher matcher = COMMAND.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            String line = END.matcher(matcher.group(1)).replaceFirst("");
            commands.add(new ShownCommand(List.of(line.strip().split("\\s+"))));
            // The rest of the line may show another one.
            from = matcher.start(1) + line.length();
        }
        return commands;
    }

    /** What is wrong with it, if anything. */
    Optional<String> mistake(CommandLine root) {
        if (LAUNCHER.contains(words.getFirst())) {
            return Optional.empty();
        }
        CommandLine command = root;
        boolean naming = true;
        for (String word : words) {
            if (word.startsWith("-") && word.length() > 1) {
                String option = word.replaceFirst("=.*", "").replaceFirst("[,.:;)]+$", "");
                if (!has(command, option)) {
                    return Optional.of("'" + command.getCommandName() + "' has no option " + option);
                }
            } else if (naming && !command.getSubcommands().isEmpty()) {
                CommandLine next = command.getSubcommands().get(word);
                if (next == null && word.matches("[a-z-]+")) {
                    return Optional.of("'" + command.getCommandName() + "' has no command " + word);
                }
                naming = next != null;
                command = next == null ? command : next;
            }
        }
        return Optional.empty();
    }

    private static boolean has(CommandLine command, String option) {
        CommandLine.Model.CommandSpec spec = command.getCommandSpec();
        return spec.optionsMap().containsKey(option) || spec.negatedOptionsMap().containsKey(option);
    }
}
