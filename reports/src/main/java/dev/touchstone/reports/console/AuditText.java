package dev.touchstone.reports.console;

import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.suites.audit.DataAudit;
import dev.touchstone.suites.audit.DataAudit.LabelBalance;
import dev.touchstone.suites.audit.DataAudit.Longest;
import dev.touchstone.suites.audit.DataAudit.Part;
import dev.touchstone.suites.audit.DataAudit.Place;
import dev.touchstone.suites.audit.DataAudit.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the console says of audits: sizes, balance and lengths in a line each, then the warnings. */
final class AuditText {

    /** Ids that are named; the files have all. */
    private static final int NAMED = 4;

    private final List<DataAudit> audits;
    private final Path folder;
    private final Style style;

    AuditText(List<DataAudit> audits, Path folder, Style style) {
        this.audits = audits;
        this.folder = folder;
        this.style = style;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        audits.forEach(audit -> lines.addAll(lines(audit)));
        lines.add("");
        lines.add("audit   " + RunFiles.relative(Path.of(""), folder.resolve(RunFiles.AUDIT)));
        lines.add("report  " + RunFiles.relative(Path.of(""), folder.resolve(RunFiles.AUDIT_REPORT)));
        return lines;
    }

    private List<String> lines(DataAudit audit) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.bold(audit.title()) + "  audit of the data" + style.separator() + audit.data());
        lines.add("size      " + size(audit.parts()));
        audit.labels().forEach(balance -> lines.add("labels    " + labels(balance)));
        if (!audit.positions().isEmpty()) {
            lines.add("places    " + places(audit.positions()));
        }
        @Nullable Longest longest = audit.longest();
        if (longest != null) {
            lines.add("longest   the longest option is right in " + Figures.percent(longest.right()) + " of "
                    + Figures.count(longest.items()) + " items; chance is " + Figures.percent(longest.chance()));
        }
        if (!audit.lengths().percentiles().isEmpty()) {
            lines.add("lengths   " + lengths(audit.lengths().percentiles()));
        }
        audit.warnings().forEach(warning -> lines.add(style.warning("! " + text(warning))));
        lines.add(
                audit.warnings().isEmpty()
                        ? "no warning"
                        : audit.warnings().size() + (audit.warnings().size() == 1 ? " warning" : " warnings"));
        return lines;
    }

    private static String size(List<Part> parts) {
        int items = parts.stream().mapToInt(Part::items).sum();
        int shots = parts.stream().mapToInt(Part::shots).sum();
        int least = parts.stream().mapToInt(Part::items).min().orElse(0);
        int most = parts.stream().mapToInt(Part::items).max().orElse(0);
        return Figures.count(items) + " items (" + parts.get(0).split() + ")"
                + (parts.size() == 1
                        ? ""
                        : " in " + parts.size() + " subjects of " + Figures.count(least) + " to " + Figures.count(most))
                + ", " + Figures.count(shots) + " to take solved examples from";
    }

    private static String labels(LabelBalance balance) {
        return balance.subject() + ": " + places(balance.labels());
    }

    private static String places(List<Place> places) {
        return places.stream()
                .map(place -> place.name() + " " + Figures.count(place.right()) + " ("
                        + Figures.count(Math.round(place.expected())) + " by chance)")
                .collect(Collectors.joining(", "));
    }

    private static String lengths(List<Integer> percentiles) {
        return Figures.count(percentiles.get(0)) + " to " + Figures.count(percentiles.get(6))
                + " characters, half of them " + Figures.count(percentiles.get(2)) + " to "
                + Figures.count(percentiles.get(4)) + ", 95 % up to " + Figures.count(percentiles.get(5));
    }

    private String text(Warning warning) {
        List<String> named =
                warning.items().subList(0, Math.min(NAMED, warning.items().size()));
        String more = warning.items().size() > NAMED ? ", " + style.ellipsis() : "";
        return Names.of(warning.kind()) + ": " + warning.text()
                + (named.isEmpty() ? "" : ": " + String.join(", ", named) + more);
    }
}
