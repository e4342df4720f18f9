package io.kindred.cli.command;

import io.kindred.cli.console.Console;
import io.kindred.cli.data.LoadedData;
import io.kindred.core.KindredException;
import io.kindred.evaluation.profile.DoctorPage;
import io.kindred.evaluation.profile.Examination;
import io.kindred.evaluation.profile.Remark;
import io.kindred.evaluation.split.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred data doctor}: what is odd about a data set, before anything is measured on it. */
@Command(
        name = "doctor",
        description =
                "Examines data: duplicates, bots, ties in time, popularity, drift, overlap of training and test; says"
                        + " what to do.",
        mixinStandardHelpOptions = true)
public final class DataDoctorCommand implements Callable<Integer> {
    private static final int TOPIC = 15;

    @Mixin
    private OutputOption output;

    @Mixin
    private DataOptions data;

    @Mixin
    private SplitOptions split;

    @Parameters(arity = "0..1", paramLabel = "PATH", description = "A file or folder; the same as --data PATH.")
    private String path;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "Of the split that is looked at (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--html", paramLabel = "FILE", description = "Also writes a page with plots to this file.")
    private Path html;

    @Override
    public Integer call() throws IOException {
        Console console = output.console();
        if (path != null) {
            data.name(path);
        }
        if (html != null && html.getParent() != null && !Files.isDirectory(html.getParent())) {
            throw new KindredException("there is no folder '" + html.getParent() + "' to write the page into");
        }
        LoadedData loaded = data.load(console);
        Optional<Split> divided = Optional.empty();
        Optional<String> undivided = Optional.empty();
        try {
            divided = Optional.of(split.split(loaded, seed));
        } catch (KindredException e) {
            undivided = Optional.of(e.getMessage());
        }
        Examination found = Examination.of(loaded.all(), divided);
        console.print(found.summary());
        for (Remark remark : found.remarks()) {
            String mark = remark.level().label();
            console.print("");
            console.print(mark
                    + " ".repeat(9 - mark.length())
                    + remark.topic()
                    + " ".repeat(Math.max(1, TOPIC - remark.topic().length()))
                    + remark.text());
            if (!remark.advice().isEmpty()) {
                console.print(" ".repeat(9 + TOPIC) + "-> " + remark.advice());
            }
        }
        undivided.ifPresent(why -> console.note("note: training and test were not looked at: " + why));
        loaded.notes().forEach(note -> console.note("note: " + note));
        if (html != null) {
            DoctorPage.of(title(loaded), found).write(html);
            console.note("page: " + html);
        }
        console.document(found.toMap());
        return 0;
    }

    /** The last part of a path; a source that is none, such as two files, is taken as it is. */
    private static String title(LoadedData loaded) {
        String source = loaded.all().provenance().source();
        return source.substring(source.lastIndexOf('/') + 1);
    }
}
