package dev.touchstone.reports.console;

import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.FormComparison;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.VariantComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the console says of a whole run. Only files that exist are named. */
final class RunText {

    private final RunResult result;
    private final Style style;

    RunText(RunResult result, Style style) {
        this.result = result;
        this.style = style;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        result.suites().forEach(suite -> lines.addAll(lines(suite)));
        comparisonsBySuite()
                .values()
                .forEach(comparisons -> lines.addAll(new ComparisonTable(comparisons, style).lines()));
        lines.addAll(new FormText(FormComparison.of(result.suites()), style).lines());
        lines.addAll(new GateText(result.gates(), style).lines());
        lines.add("");
        lines.addAll(files());
        return lines;
    }

    private List<String> lines(SuiteResult suite) {
        return suite.isOfChecks()
                ? new CheckText(result.run(), suite, style).lines()
                : new SuiteText(result.run(), suite, style).lines();
    }

    private Map<Path, List<VariantComparison>> comparisonsBySuite() {
        return result.comparisons().stream()
                .collect(Collectors.groupingBy(
                        comparison -> comparison.baseline().itemsFile(), LinkedHashMap::new, Collectors.toList()));
    }

    private List<String> files() {
        Path folder = result.run().folder();
        TextTable table = new TextTable(2);
        addExisting(table, "results", folder.resolve(RunFiles.RESULTS));
        result.suites().stream().map(SuiteResult::itemsFile).forEach(file -> addExisting(table, "items", file));
        addExisting(table, "report", folder.resolve(RunFiles.REPORT));
        addExisting(table, "summary", folder.resolve(RunFiles.SUMMARY));
        addExisting(table, "allure", folder.resolve(RunFiles.ALLURE_REPORT));
        recordedBaseline().ifPresent(file -> addExisting(table, "baseline", file));
        return table.lines();
    }

    /** Gates record a run as a baseline before reports are written. */
    private Optional<Path> recordedBaseline() {
        Map<String, String> properties = result.run().properties();
        return "true".equals(properties.get("gate.accept"))
                ? Optional.ofNullable(properties.get("baseline")).map(Path::of)
                : Optional.empty();
    }

    private void addExisting(TextTable table, String what, Path file) {
        if (Files.exists(file)) {
            table.add(List.of(what, RunFiles.relative(Path.of(""), file)));
        }
    }
}
