package io.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees who mistypes: one or two lines, an exit code, nothing half-written. */
class BadInputTest {
    @TempDir
    Path home;

    private String data;

    @BeforeEach
    void writeData() {
        data = TwoTastes.write(home).toString();
    }

    private static void assertClear(CliRun run, int exit, String... said) {
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        List<String> lines = run.err()
                .lines()
                .filter(line -> !line.matches("(import|train|evaluate)( .*)?: .*|note: .*"))
                .toList();
        assertThat(lines).hasSizeBetween(1, 2);
        assertThat(lines.getFirst()).startsWith("kindred: ").contains(said);
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model alss|unknown model 'alss'; available:|did you mean 'als'?",
                "--model als --set factor=3|has no parameter 'factor'|did you mean 'factors'?",
                "--model als --set factors=0|'factors' is '0'|an integer from 1 to 1024",
                "--model als --set factors=many|'factors' is 'many'|an integer from 1 to 1024",
                "--model als --protocol leave-one-out|unknown protocol 'leave-one-out'|leave-last-out",
                "--model als --at 0|cut-offs are [0]|from 1 to",
                "--model als --candidates sampled|sampled|all",
                "--model als --ratios 0.5,0.5|--ratios has 2 numbers|0.8,0.1,0.1",
                "--model als --threads 0|--threads is 0|from 1 to",
                "--model als --train x.tsv|either --data, or --train|not both",
                "--model als --nonsense|Unknown option: '--nonsense'|nonsense",
                "--model als --seed x|'x' is not a long|--seed"
            })
    void aMistypedOptionIsAUsageErrorThatNamesTheWayOut(String options, String first, String second) {
        String[] args = ("evaluate --data " + data + " " + options).split(" ");

        assertClear(CliRun.in(home, args), 2, first, second);
    }

    @Test
    void aMissingFileIsNamed() {
        assertClear(
                CliRun.in(
                        home,
                        "evaluate",
                        "--model",
                        "als",
                        "--data",
                        home.resolve("nowhere").toString()),
                1,
                "nowhere");
    }

    @Test
    void noDataAtAllSaysHowToNameThem() {
        assertClear(CliRun.in(home, "evaluate", "--model", "als"), 2, "--data PATH");
    }

    @Test
    void aFileThatIsNoDataShowsWhatWasSeen() throws IOException {
        Path file = home.resolve("picture.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});

        CliRun run = CliRun.in(home, "data", "import", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("picture.png").doesNotContain("Exception");
    }

    @Test
    void aMissingColumnIsNamedWithTheHeader() {
        Path file = TwoTastes.write(home.resolve("x.csv"), List.of("user,product_title,rating", "a,b,1", "c,d,2"));

        CliRun run = CliRun.in(home, "data", "import", file.toString(), "--format", "csv");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("item").contains("product_title");
    }

    @Test
    void textInANumberIsCountedAndShown() {
        Path file = TwoTastes.write(
                home.resolve("x.csv"), List.of("user,item,rating", "a,b,1", "c,d,good", "e,f,3", "a,f,3"));

        CliRun run = CliRun.in(home, "data", "import", file.toString());
        CliRun strict = CliRun.in(home, "data", "import", file.toString(), "--strict");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("line 3: rating 'good' is not a number");
        assertThat(strict.exit()).isEqualTo(1);
        assertThat(strict.err()).contains("line 3").contains("'good'");
    }

    @Test
    void aPortInUseIsNamedBeforeAnyWork() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertClear(CliRun.in(home, "serve", "--port", port), 1, "port " + port, "--port");
            assertClear(CliRun.in(home, "quickstart", "--data", data, "--port", port), 1, "port " + port, "--port");
        }
        assertThat(home.resolve("artifacts")).doesNotExist();
    }

    @Test
    void withoutAServerPublishingSaysHowToStartOne() throws IOException {
        Path artifact = home.resolve("artifact");
        assertThat(CliRun.in(home, "train", "--model", "popularity", "--data", data, "--out", artifact.toString())
                        .exit())
                .isZero();
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        String server = "http://127.0.0.1:" + free;

        assertClear(CliRun.in(home, "publish", artifact.toString(), "--server", server), 1, "kindred serve");
        Files.writeString(home.resolve("token"), "secret");
        CliRun run = CliRun.in(home, "promote", "als", "1", "--server", server);
        assertClear(run, 1, "no server answers at " + server);
        assertThat(run.err()).doesNotContain("secret");
    }

    /** A file system of 256 KiB stands for a full disk; mounting one needs root. */
    @Test
    void aFullDiskKeepsNothingHalfWritten() throws IOException, InterruptedException {
        Path small = Files.createDirectory(home.resolve("small"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .start();
        Assumptions.assumeTrue(mount.waitFor() == 0, "a small file system cannot be mounted here");
        try {
            CliRun train = CliRun.in(
                    home,
                    "train",
                    "--model",
                    "als",
                    "--set",
                    "factors=1024",
                    "--set",
                    "epochs=1",
                    "--data",
                    data,
                    "--out",
                    small.resolve("als").toString());
            assertClear(train, 1, "cannot write the artifact", "nothing was left behind");
            try (var left = Files.list(small)) {
                assertThat(left).isEmpty();
            }
            CliRun quickstart = CliRun.in(small.resolve("home"), "quickstart", "--no-serve");
            assertThat(quickstart.exit()).isEqualTo(1);
            assertThat(quickstart.err()).contains("kindred: ").doesNotContain("\tat ");
            assertThat(small.resolve("home/sample")).doesNotExist();
        } finally {
            assertThat(new ProcessBuilder("umount", small.toString()).start().waitFor())
                    .isZero();
        }
    }
}
