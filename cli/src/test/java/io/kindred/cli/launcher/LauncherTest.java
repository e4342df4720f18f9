package io.kindred.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LauncherTest {
    private static final String PRINT_ARGUMENTS = "for a in \"$@\"; do echo \"<$a>\"; done\n";

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void install() throws IOException {
        installation = new Installation(folder.toRealPath());
    }

    @Test
    void takesJavaHomeWhenItIsNewEnough() throws Exception {
        installation.jdk("usr/lib/jvm/other", "25", "");
        Path mine = installation.jdk("mine", "26.0.1", "");

        Installation.Ended ended = start(Map.of("JAVA_HOME", mine.toString()), "jdk");

        assertThat(ended.out()).isEqualTo(mine + "\n");
    }

    @Test
    void passesOverAnOldJavaHomeAndFollowsTheLinkOnPath() throws Exception {
        Path old = installation.jdk("old", "17.0.15", "");
        Path onPath = installation.jdk("somewhere/jdk", "25.0.3", "");
        Files.createSymbolicLink(installation.folder().resolve("tools/java"), onPath.resolve("bin/java"));

        Installation.Ended ended = start(Map.of("JAVA_HOME", old.toString()), "jdk");

        assertThat(ended.out()).isEqualTo(onPath + "\n");
    }

    @Test
    void looksInTheUsualFolders() throws Exception {
        installation.jdk("usr/lib/jvm/java-21", "21.0.2", "");
        Path usual = installation.jdk(".sdkman/candidates/java/25-tem", "25", "");

        assertThat(installation.run("jdk").out()).isEqualTo(usual + "\n");
    }

    @Test
    void withoutAJdkItNamesWhatItFoundAndExitsWith2() throws Exception {
        Path old = installation.jdk("usr/lib/jvm/java-17", "17.0.15", "");
        Path runtime = installation.jdk("opt/jre", "25.0.1", "");
        Files.delete(runtime.resolve("bin/javac"));

        Installation.Ended ended = installation.run("models", "list");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.error())
                .startsWith("kindred: a JDK 25 or newer is needed")
                .contains(old + " (17.0.15)", runtime + " (25.0.1, without a compiler)", "set JAVA_HOME");
        assertThat(installation.builds()).isZero();
    }

    @Test
    void buildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
        installation.jdk("opt/jdk", "25", "");

        Installation.Ended first = installation.run("models");
        Installation.Ended second = installation.run("models");
        age("target/kindred.built", 60);
        age("cli/src/main/Some.java", 30);
        Installation.Ended third = installation.run("models");

        assertThat(first.error()).contains("kindred: building", "core [2/9]");
        assertThat(second.error()).isEmpty();
        assertThat(third.error()).contains("kindred: building");
        assertThat(installation.builds()).isEqualTo(2);
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        installation.jdk("opt/jdk", "25", "");
        installation.maven("""
                echo run >> builds
                until [ -e "../two are here" ]; do sleep 0.1; done
                mkdir -p cli/target/lib serving/target/quarkus-app
                touch serving/target/quarkus-app/quarkus-run.jar
                """);

        Installation.Running one = begin(Map.of(), "models");
        Installation.Running two = begin(Map.of(), "models");
        Files.createFile(installation.folder().resolve("two are here"));

        assertThat(one.end().code()).isZero();
        assertThat(two.end().code()).isZero();
        assertThat(installation.builds()).isEqualTo(1);
    }

    @Test
    void theLockOfADeadBuildIsTakenOver() throws Exception {
        installation.jdk("opt/jdk", "25", "");
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path target = Files.createDirectories(installation.root().resolve("target"));
        Files.createSymbolicLink(target.resolve("kindred.lock"), Path.of(Long.toString(dead.pid())));

        Installation.Ended ended = installation.run("models");

        assertThat(ended.code()).isZero();
        assertThat(installation.builds()).isEqualTo(1);
        assertThat(target).isDirectoryNotContaining(file -> file.toString().contains("lock"));
    }

    @Test
    void aFailedBuildShowsTheReasonAndStartsNothing() throws Exception {
        installation.jdk("opt/jdk", "25", "echo started\n");
        installation.maven("""
                echo '[INFO] much'
                echo '[ERROR] Could not find artifact a:b:jar:1'
                echo '[ERROR] -> [Help 1]'
                exit 1
                """);

        Installation.Ended ended = installation.run("models");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.error())
                .contains("kindred: the build failed", "Could not find artifact a:b:jar:1", "build.log")
                .doesNotContain("much", "Help 1");
    }

    @Test
    void runsInTheCallersFolderThroughALinkWithArgumentsAndExitCodeAsTheyAre() throws Exception {
        installation.jdk("opt/jdk", "25", PRINT_ARGUMENTS + "pwd\nexit 7\n");
        Path from = Files.createDirectories(installation.folder().resolve("some where"));
        Path link = Files.createSymbolicLink(from.resolve("k"), Path.of("../the root/kindred"));
        installation.run("models");

        Installation.Ended ended = installation
                .start(Map.of(), from, link, "recommend", "--user", "a b", "")
                .end();

        assertThat(ended.out()).isEqualTo("<recommend>\n<--user>\n<a b>\n<>\n" + from + "\n");
        assertThat(ended.code()).isEqualTo(7);
    }

    @Test
    void standardErrorIsThatOfTheCommandWithoutTheLineAboutTheVectorModule() throws Exception {
        installation.jdk("opt/jdk", "25", "printf 'half\\rdone' >&2\necho; echo '{}'\n");
        installation.run("models");

        Installation.Ended ended = installation.run("models");

        assertThat(ended.error()).isEqualTo("half\rdone");
        assertThat(ended.out()).isEqualTo("\n{}\n");
    }

    @Test
    void testIsTheWrappersVerify() throws Exception {
        installation.jdk("opt/jdk", "25", "");
        installation.maven(PRINT_ARGUMENTS + "echo \"$JAVA_HOME\"\nexit 5\n");

        Installation.Ended ended = installation.run("test", "-pl", "core");

        assertThat(ended.out())
                .isEqualTo("<verify>\n<-pl>\n<core>\n" + installation.folder().resolve("opt/jdk") + "\n");
        assertThat(ended.code()).isEqualTo(5);
    }

    private Installation.Ended start(Map<String, String> environment, String... arguments) throws Exception {
        return begin(environment, arguments).end();
    }

    private Installation.Running begin(Map<String, String> environment, String... arguments) throws IOException {
        return installation.start(environment, installation.folder(), installation.launcher(), arguments);
    }

    private void age(String file, long seconds) throws IOException {
        Files.setLastModifiedTime(
                installation.root().resolve(file), FileTime.from(Instant.now().minusSeconds(seconds)));
    }
}
