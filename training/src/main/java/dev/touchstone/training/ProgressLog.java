package dev.touchstone.training;

import dev.touchstone.training.exam.Exam;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Writes a line for each report. */
final class ProgressLog implements TrainingListener {

    private final PrintWriter out;

    ProgressLog(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void report(Report report) {
        Progress progress = report.progress();
        StringBuilder parts = new StringBuilder();
        for (Map.Entry<String, Double> part : report.lossOfPart().entrySet()) {
            parts.append(format("  %s %.3f", part.getKey(), part.getValue()));
        }
        line(format(
                "step %d  %.2f M tokens  loss %.4f  %.0f tokens/s  filled %.0f %%  left out %d  %.1f min left%s",
                progress.step(),
                progress.tokens() / 1e6,
                report.loss(),
                report.tokensPerSecond(),
                100 * report.filled(),
                report.leftOut(),
                report.secondsLeft() / 60,
                parts));
    }

    @Override
    public void checkpointed(Progress progress) {
        line(format("checkpoint at step %d", progress.step()));
    }

    void answered(Exam.Result result) {
        line(format(
                "  %s: %d of %d answered right (%.1f %%; chance is %.1f %%)",
                result.title(),
                result.right(),
                result.asked(),
                100.0 * result.right() / result.asked(),
                100 * result.chance()));
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
