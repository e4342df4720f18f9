package io.kindred.cli.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * Draws a bar on one line. The library's own consumer asks a native terminal for its width, but the launcher knows it already
 * (system property {@code kindred.columns}), and standard error may pass through a filter that is no terminal.
 */
final class RedrawingConsumer implements ProgressBarConsumer {
    private static final int DEFAULT_COLUMNS = 80;

    private final PrintStream err;

    RedrawingConsumer(PrintStream err) {
        this.err = err;
    }

    @Override
    public int getMaxRenderedLength() {
        return Integer.getInteger("kindred.columns", DEFAULT_COLUMNS) - 1;
    }

    @Override
    public void accept(String rendered) {
        err.print('\r' + rendered);
        err.flush();
    }

    @Override
    public void close() {
        err.println();
        err.flush();
    }
}
