package io.kindred.cli.console;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar that redraws its line on standard error. */
final class BarProgress implements Progress {
    private static final int REDRAW_MILLISECONDS = 100;

    private final ProgressBar bar;

    BarProgress(String task) {
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
                .setConsumer(new RedrawingConsumer(System.err))
                .build();
    }

    @Override
    public void at(long done, long total, String detail) {
        bar.maxHint(total);
        bar.stepTo(done);
        bar.setExtraMessage(detail.isEmpty() ? "" : " " + detail);
    }

    @Override
    public void close() {
        bar.close();
    }
}
