package io.kindred.cli.console;

/** Shows how far a piece of work is: a bar on a terminal, plain lines elsewhere. Closing it ends the display. */
public sealed interface Progress extends AutoCloseable permits BarProgress, LineProgress {
    /**
     * Says how far the work is.
     *
     * @param done how much of it is done
     * @param total all of it, or -1 where nobody knows
     * @param detail a few words, such as "loss 0.31"; may be empty
     */
    void at(long done, long total, String detail);

    @Override
    void close();
}
