package io.kindred.cli.console;

import io.kindred.core.json.Json;
import java.io.PrintWriter;

/**
 * Where a command's words go: results to standard output, progress and notes to standard error. With {@code --json} standard
 * output is exactly one JSON document. Not thread-safe but for {@link #note}.
 */
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean terminal;

    /**
     * @param json whether standard output is for one JSON document alone
     * @param terminal whether standard error is a terminal that can redraw a line
     */
    public Console(PrintWriter out, PrintWriter err, boolean json, boolean terminal) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.terminal = terminal;
    }

    public boolean json() {
        return json;
    }

    /** A line of the result for people; nothing with {@code --json}. */
    public void print(String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    /** The result as a JSON document; nothing without {@code --json}. */
    public void document(Object value) {
        if (json) {
            out.println(Json.write(value));
            out.flush();
        }
    }

    /** A line about what is going on, on standard error. */
    public void note(String line) {
        synchronized (err) {
            err.println(line);
            err.flush();
        }
    }

    /** Whether standard error is a terminal on which lines can be drawn again. */
    public boolean terminal() {
        return terminal;
    }

    /** Text with control sequences, on standard error; for a terminal only. */
    void draw(String text) {
        synchronized (err) {
            err.print(text);
            err.flush();
        }
    }

    /** Progress of a long piece of work. */
    public Progress progress(String task) {
        return terminal ? new BarProgress(task) : new LineProgress(task, this);
    }
}
