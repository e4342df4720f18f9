package io.kindred.cli.console;

import java.util.List;

/**
 * Lines on a terminal that are drawn again in place, a few times a second at most. Closing takes them away. Not thread-safe.
 */
public final class LiveLines implements AutoCloseable {
    private static final long INTERVAL_NANOSECONDS = 100_000_000L;
    private static final int DEFAULT_COLUMNS = 80;
    private static final String ESCAPE = "\u001b[";

    private final Console console;
    private final int columns = Integer.getInteger("kindred.columns", DEFAULT_COLUMNS) - 1;
    private int drawn;
    private long last = System.nanoTime() - INTERVAL_NANOSECONDS;

    /**
     * @param console whose standard error is a terminal
     */
    public LiveLines(Console console) {
        this.console = console;
    }

    /** Whether the last drawing is long enough ago for another. */
    public boolean due() {
        return System.nanoTime() - last >= INTERVAL_NANOSECONDS;
    }

    /** Draws lines in the place of the last ones. */
    public void draw(List<String> lines) {
        StringBuilder text = new StringBuilder(back());
        for (String line : lines) {
            text.append(line, 0, Math.min(line.length(), columns))
                    .append(ESCAPE)
                    .append("K\n");
        }
        console.draw(text.append(ESCAPE).append('J').toString());
        drawn = lines.size();
        last = System.nanoTime();
    }

    /** A line that stays, above the others. */
    public void note(String line) {
        console.draw(back() + line + ESCAPE + "K\n");
        drawn = 0;
    }

    private String back() {
        return drawn == 0 ? "" : ESCAPE + drawn + "A\r";
    }

    @Override
    public void close() {
        console.draw(back() + ESCAPE + "J");
        drawn = 0;
    }
}
