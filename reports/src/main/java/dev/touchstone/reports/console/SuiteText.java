package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.reports.Balance;
import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.reports.Throughput;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.SubjectMeans;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.SuiteResult.Clustered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the console says of a suite: what ran, the table, what to be careful about, and how fast it went. */
final class SuiteText {

    private final RunInfo run;
    private final SuiteResult suite;
    private final Style style;

    SuiteText(RunInfo run, SuiteResult suite, Style style) {
        this.run = run;
        this.suite = suite;
        this.style = style;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.bold(Names.of(suite)) + "  " + heading());
        lines.addAll(new SuiteTable(suite, style).lines());
        subjectMeans().ifPresent(lines::add);
        lines.addAll(clustered());
        warnings().forEach(warning -> lines.add(style.warning("! " + warning)));
        lines.add(speed());
        return lines;
    }

    private String heading() {
        List<String> facts = new ArrayList<>(List.of(
                run.model().name(),
                suite.data() + " data",
                suite.shots() == 1 ? "1 shot" : suite.shots() + " shots",
                suite.mode(),
                suite.variant().precision()));
        if (!suite.variant().form().isEmpty()) {
            facts.add(suite.variant().form());
        }
        if (!suite.variant().precision().equals(ModelOptions.NATIVE)) {
            suite.model()
                    .bitsPerWeight()
                    .ifPresent(bits ->
                            facts.add(Figures.weights(bits, suite.model().weightBytes())));
        }
        return String.join(style.separator(), facts);
    }

    /** Of the shares that each of several subjects has; groups are in {@code results.json}. */
    private Optional<String> subjectMeans() {
        String means = SubjectMeans.of(suite.subjects()).entrySet().stream()
                .filter(mean ->
                        Figures.isShare(mean.getKey()) && mean.getValue().value() != null)
                .map(mean -> mean.getKey() + " "
                        + Figures.metric(mean.getKey(), mean.getValue().value()) + Figures.unit(mean.getKey()))
                .collect(Collectors.joining(style.separator()));
        return means.isEmpty()
                ? Optional.empty()
                : Optional.of("mean over the " + suite.subjects().size() + " subjects: " + means);
    }

    /** What the headline's interval is when items are not taken for independent. */
    private List<String> clustered() {
        @Nullable Clustered clustered = suite.clustered();
        if (clustered == null) {
            return List.of();
        }
        String metric = clustered.metrics().keySet().iterator().next();
        @Nullable
        Interval interval =
                Objects.requireNonNull(clustered.metrics().get(metric)).interval95();
        return interval == null
                ? List.of()
                : List.of(metric + " when the items of a " + clustered.by() + " belong together ("
                        + Figures.count(clustered.clusters()) + "): 95 % interval "
                        + Figures.metric(metric, interval.low()) + " " + style.dash() + " "
                        + Figures.metric(metric, interval.high()));
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        int evaluated = suite.outcomes().total();
        if (!suite.finished()) {
            warnings.add("stopped after " + evaluated + " of " + suite.planned()
                    + " items: the figures are those of a part; run again to resume");
        }
        if (suite.outcomes().error() > 0) {
            warnings.add("items that could not be evaluated: "
                    + Figures.count(suite.outcomes().error())
                    + "; they count in no figure, and the items file says why");
        }
        if (suite.performance().truncatedItems() > 0) {
            warnings.add("prompts that were cut at the beginning" + contextLength() + ": "
                    + Figures.count(suite.performance().truncatedItems()) + "; fewer shots make them shorter");
        }
        warnings.addAll(Balance.warnings(suite.subjects()));
        if (Names.isMini(suite)) {
            warnings.add("mini items measure the harness, not knowledge");
        }
        return warnings;
    }

    private String contextLength() {
        int length = run.model().contextLength();
        return length > 0 ? " to fit the model's " + Figures.count(length) + " tokens" : "";
    }

    private String speed() {
        List<String> parts = new ArrayList<>();
        Throughput.tokensPerSecond(suite.performance())
                .ifPresent(speed -> parts.add(Figures.count(Math.round(speed)) + " tokens/s"));
        Throughput.sharedTokens(suite.performance())
                .ifPresent(share -> parts.add(Figures.percent(share) + " of prompt tokens not recomputed"));
        parts.add("wall time " + Figures.clock(suite.performance().wallNanos()));
        return String.join(style.separator(), parts);
    }
}
