package dev.touchstone.reports.console;

import dev.touchstone.reports.Figures;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import java.util.OptionalLong;

/** How far a suite has come, as one line. */
final class SuiteProgress {

    private static final String GAP = "  ";

    private final String title;
    private final int planned;
    private final long start;
    private final TimeLeft timeLeft;
    private int done;
    private int correct;
    private int errors;
    private boolean ofChecks;

    SuiteProgress(String title, int planned, long work, long now) {
        this.title = title;
        this.planned = planned;
        this.start = now;
        this.timeLeft = new TimeLeft(work, now);
    }

    void itemFinished(ItemResult item, long work, long now) {
        done++;
        correct += item.outcome() == Outcome.CORRECT ? 1 : 0;
        errors += item.outcome() == Outcome.ERROR ? 1 : 0;
        ofChecks |= item.evidence() != null;
        timeLeft.done(work, now);
    }

    /** {@code ceval  62/156 items  40 %  12.3 items/s  running acc 31.2 %  time left 0:07}. */
    String running(long now) {
        return counts(now) + accuracy("running acc") + left(timeLeft.nanos(now));
    }

    /** {@code ceval  156/156 items  100 %  12.3 items/s  acc 31.2 %  in 0:13}. */
    String finished(long now) {
        return counts(now) + accuracy("acc") + GAP + "in " + Figures.clock(now - start);
    }

    /** The percentage is rounded down: 100 % means all. */
    private String counts(long now) {
        String percent = planned > 0 ? GAP + 100L * done / planned + " %" : "";
        double seconds = Figures.seconds(now - start);
        String speed = seconds > 0 ? GAP + Figures.fixed(done / seconds, 1) + " items/s" : "";
        String trouble = errors > 0 ? GAP + "errors " + errors : "";
        return title + GAP + done + "/" + planned + " items" + percent + speed + trouble;
    }

    private String accuracy(String name) {
        if (ofChecks) {
            return GAP + correct + " hold";
        }
        int evaluated = done - errors;
        return evaluated > 0 ? GAP + name + " " + Figures.percent((double) correct / evaluated) : "";
    }

    private static String left(OptionalLong nanos) {
        return GAP + "time left " + (nanos.isPresent() ? Figures.clock(nanos.getAsLong()) : "estimating");
    }
}
