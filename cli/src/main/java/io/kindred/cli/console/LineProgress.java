package io.kindred.cli.console;

/** Progress as plain lines: one per tenth of the work, or at most one every five seconds where the total is unknown. */
final class LineProgress implements Progress {
    private static final int PARTS = 10;
    private static final long QUIET_NANOSECONDS = 5_000_000_000L;

    private final String task;
    private final Console console;
    private final long started = System.nanoTime();
    private long lastPart = -1;
    private long lastLine = started;

    LineProgress(String task, Console console) {
        this.task = task;
        this.console = console;
    }

    @Override
    public void at(long done, long total, String detail) {
        long now = System.nanoTime();
        if (total > 0) {
            long part = done * PARTS / total;
            if (part <= lastPart) {
                return;
            }
            lastPart = part;
        } else if (now - lastLine < QUIET_NANOSECONDS) {
            return;
        }
        lastLine = now;
        console.note(task + ": " + done + (total > 0 ? "/" + total : "") + (detail.isEmpty() ? "" : ", " + detail));
    }

    @Override
    public void close() {
        double seconds = (System.nanoTime() - started) / 1e9;
        console.note(task + ": done in " + String.format(java.util.Locale.ROOT, "%.1f", seconds) + " s");
    }
}
