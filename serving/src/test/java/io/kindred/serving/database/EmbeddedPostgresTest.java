package io.kindred.serving.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    /** Unpacked once for all tests. */
    @TempDir
    static Path programs;

    @TempDir
    Path folder;

    private EmbeddedPostgres database;

    @AfterEach
    void stop() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void dataSurviveARestart() throws SQLException {
        database = EmbeddedPostgres.start(folder, programs);
        execute("create table film (title text); insert into film values ('Zero')");
        database.close();
        database.close();

        database = EmbeddedPostgres.start(folder, programs);

        assertThat(titles()).isEqualTo("Zero");
    }

    @Test
    void aDatabaseThatAKilledServerLeftRunningIsStopped() throws SQLException {
        EmbeddedPostgres orphan = EmbeddedPostgres.start(folder, programs);
        database = orphan;
        execute("create table film (title text); insert into film values ('Zero')");

        database = EmbeddedPostgres.start(folder, programs);

        assertThatThrownBy(() -> DriverManager.getConnection(orphan.jdbcUrl(), orphan.user(), orphan.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
        assertThat(titles()).isEqualTo("Zero");
    }

    @Test
    void aDatabaseThatWasKilledItselfComesBackWithItsData() throws SQLException, IOException {
        database = EmbeddedPostgres.start(folder, programs);
        execute("create table film (title text); insert into film values ('Zero')");
        ProcessHandle process =
                EmbeddedPostgres.postmaster(pidFile(), folder.resolve("data")).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        assertThat(pidFile()).exists();

        database = EmbeddedPostgres.start(folder, programs);

        assertThat(titles()).isEqualTo("Zero");
    }

    @Test
    void aPidFileWithTheNumberOfAnotherProgramStopsNobody() throws IOException, SQLException {
        database = EmbeddedPostgres.start(folder, programs);
        execute("create table film (title text); insert into film values ('Zero')");
        database.close();
        List<String> lines = List.of(
                Long.toString(ProcessHandle.current().pid()),
                folder.resolve("data").toString());
        Files.write(pidFile(), lines);

        database = EmbeddedPostgres.start(folder, programs);

        assertThat(titles()).isEqualTo("Zero");
    }

    @Test
    void onlyThePasswordOpensItAndOnlyTheOwnerCanReadIt() throws IOException {
        database = EmbeddedPostgres.start(folder, programs);

        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(permissions(folder.resolve("password"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
    }

    private Path pidFile() {
        return folder.resolve("data/postmaster.pid");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String titles() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select string_agg(title, ',') from film")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
