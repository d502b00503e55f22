package dev.touchstone.reports.console;

import dev.touchstone.model.ModelDescription;
import dev.touchstone.report.ProgressListener;
import dev.touchstone.reports.Figures;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Says how a run goes: a redrawn line on a terminal, else a line at most every 5 seconds and one at each suite's end. Calls must not
 * overlap, as {@link ProgressListener} promises.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ConsoleProgress implements ProgressListener {

    /** Often enough to see that a run lives, seldom enough for a build log. */
    private static final long LINE_NANOS = 5_000_000_000L;

    /** Faster than the eye reads, slow enough for a remote terminal. */
    private static final long REDRAW_NANOS = 200_000_000L;

    /** A redrawn line must not wrap; 80 columns are the narrowest terminal in use. */
    private static final int REDRAW_CELLS = 79;

    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private @Nullable SuiteProgress suite;
    private long lastShown;

    /** Reports to the standard output. */
    public ConsoleProgress() {
        this(Terminal.standard(), System::nanoTime);
    }

    ConsoleProgress(Terminal terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public void modelLoading(String model) {
        terminal.print(List.of("Loading " + model));
    }

    @Override
    public void modelLoaded(ModelDescription model, long nanos) {
        terminal.print(List.of("Loaded in " + Figures.fixed(Figures.seconds(nanos), 1) + " s: " + facts(model)));
    }

    @Override
    public void suiteStarted(String title, int items, long work) {
        lastShown = nanoTime.getAsLong();
        suite = new SuiteProgress(title, items, work, lastShown);
    }

    @Override
    public void itemFinished(ItemResult item, long work) {
        if (suite == null) {
            return;
        }
        long now = nanoTime.getAsLong();
        suite.itemFinished(item, work, now);
        if (now - lastShown >= (terminal.isLive() ? REDRAW_NANOS : LINE_NANOS)) {
            show(suite.running(now));
            lastShown = now;
        }
    }

    @Override
    public void suiteFinished(SuiteResult result) {
        if (suite == null) {
            return;
        }
        String line = suite.finished(nanoTime.getAsLong());
        if (terminal.isLive()) {
            terminal.redraw("");
        }
        terminal.print(List.of(line));
        suite = null;
    }

    private void show(String line) {
        if (terminal.isLive()) {
            terminal.redraw(CellWidth.cut(line, REDRAW_CELLS, terminal.style().ellipsis()));
        } else {
            terminal.print(List.of(line));
        }
    }

    private static String facts(ModelDescription model) {
        List<String> facts = new ArrayList<>();
        facts.add(model.architecture());
        if (model.parameters() > 0) {
            facts.add(Figures.parameters(model.parameters()) + " parameters");
        }
        facts.add("precision " + model.precision());
        model.bitsPerWeight().ifPresent(bits -> facts.add(Figures.weights(bits, model.weightBytes())));
        facts.add("kernel " + model.kernel());
        String threads = model.details().get("threads");
        if (threads != null) {
            facts.add(threads.equals("1") ? "1 thread" : threads + " threads");
        }
        return String.join(", ", facts);
    }
}
