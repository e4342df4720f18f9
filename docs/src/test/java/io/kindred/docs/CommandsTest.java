package io.kindred.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.cli.Kindred;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {
    private final CommandLine kindred = new CommandLine(new Kindred());

    @Test
    void everyCommandShownExists() {
        List<String> mistakes = new ArrayList<>();
        int shown = 0;
        for (Path page : Repository.pages()) {
            for (ShownCommand command : ShownCommand.in(Repository.text(page))) {
                shown++;
                command.mistake(kindred).ifPresent(mistake -> mistakes.add(page.getFileName() + ": " + mistake));
            }
        }

        assertThat(shown).isGreaterThan(2);
        assertThat(mistakes).isEmpty();
    }

    @Test
    void anUnknownCommandIsFound() {
        assertThat(mistakes("run `./kindred models lost` now")).containsExactly("'models' has no command lost");
    }

    @Test
    void anUnknownOptionIsFoundOnAContinuedLine() {
        assertThat(mistakes("```\n./kindred evaluate --model als \\\n   --modle mf | less --raw\n```"))
                .containsExactly("'evaluate' has no option --modle");
    }

    @Test
    void twoCommandsOfOneLineAreBothRead() {
        assertThat(mistakes("./kindred models list   ./kindred model list"))
                .containsExactly("'kindred' has no command model");
    }

    @Test
    void placeholdersAndTheLaunchersOwnCommandsPass() {
        assertThat(mistakes("`./kindred COMMAND`, `./kindred test -pl core -am`, `./kindred serve --port=9000`"))
                .isEmpty();
    }

    private List<String> mistakes(String page) {
        return ShownCommand.in(page).stream()
                .flatMap(command -> command.mistake(kindred).stream())
                .toList();
    }
}
