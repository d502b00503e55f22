package dev.touchstone.reports.html;

import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.suites.audit.DataAudit;
import dev.touchstone.suites.audit.DataAudit.Longest;
import dev.touchstone.suites.audit.DataAudit.Part;
import dev.touchstone.suites.audit.DataAudit.Place;
import dev.touchstone.suites.audit.DataAudit.Warning;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code audit.html}: one file without scripts, in the looks of the report. */
final class AuditPage {

    private final List<DataAudit> audits;

    AuditPage(List<DataAudit> audits) {
        this.audits = audits;
    }

    String text() throws IOException {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>Audit of data</title>\n<style>" + PageParts.style() + PageParts.text("audit.css")
                + "</style>\n</head>\n<body>\n<main>\n"
                + "<header><h1>Audit of data</h1></header>\n"
                + audits.stream().map(AuditPage::suite).collect(Collectors.joining("\n"))
                + "\n</main>\n</body>\n</html>\n";
    }

    private static String suite(DataAudit audit) {
        StringBuilder html = new StringBuilder("<section class=\"panel\"><h2>" + Html.escape(audit.title())
                + "</h2><p class=\"faint\">" + Html.escape(audit.data()) + "</p>");
        html.append(warnings(audit.warnings()));
        html.append(table(
                "Size",
                List.of("Subject", "Split", "Items", "For examples"),
                audit.parts().stream().map(AuditPage::cells).toList()));
        audit.labels()
                .forEach(balance -> html.append(places("Labels of " + balance.subject(), "Label", balance.labels())));
        if (!audit.positions().isEmpty()) {
            html.append(places("Where the right answer is", "Place", audit.positions()));
        }
        @Nullable Longest longest = audit.longest();
        if (longest != null) {
            html.append("<p>The longest option is right in " + Figures.percent(longest.right()) + " of "
                    + Figures.count(longest.items()) + " items; chance is " + Figures.percent(longest.chance())
                    + ".</p>");
        }
        html.append(lengths(audit.lengths().histogram()));
        return html.append("</section>").toString();
    }

    private static List<String> cells(Part part) {
        return List.of(part.subject(), part.split(), Figures.count(part.items()), Figures.count(part.shots()));
    }

    private static String warnings(List<Warning> warnings) {
        if (warnings.isEmpty()) {
            return "<p>No warning.</p>";
        }
        return warnings.stream().map(AuditPage::warning).collect(Collectors.joining());
    }

    private static String warning(Warning warning) {
        String items = warning.items().isEmpty()
                ? ""
                : "<details><summary>" + Figures.count(warning.items().size()) + " ids</summary><p class=\"small\">"
                        + Html.escape(String.join(", ", warning.items())) + "</p></details>";
        return "<div class=\"notice\"><strong>" + Html.escape(Names.of(warning.kind())) + "</strong>: "
                + Html.escape(warning.text()) + items + "</div>";
    }

    private static String places(String title, String what, List<Place> places) {
        int all = places.stream().mapToInt(Place::right).sum();
        return table(
                title,
                List.of(what, "Right in", "By chance", "Share"),
                places.stream()
                        .map(place -> List.of(
                                place.name(),
                                Figures.count(place.right()),
                                Figures.count(Math.round(place.expected())),
                                all == 0 ? "–" : Figures.percent((double) place.right() / all)))
                        .toList());
    }

    private static String lengths(List<Integer> histogram) {
        int most = histogram.stream().mapToInt(Integer::intValue).max().orElse(1);
        String bars = IntStream.range(0, histogram.size())
                .filter(bin -> histogram.get(bin) > 0)
                .mapToObj(bin -> "<tr><th scope=\"row\">up to " + Figures.count(2L << bin)
                        + "</th><td class=\"number\">"
                        + Figures.count(histogram.get(bin)) + "</td><td class=\"wide\"><meter min=\"0\" max=\"" + most
                        + "\" value=\"" + histogram.get(bin) + "\"></meter></td></tr>")
                .collect(Collectors.joining());
        return "<h3>Lengths</h3><table aria-label=\"Lengths\"><thead><tr><th scope=\"col\">Characters</th>"
                + "<th scope=\"col\" class=\"number\">Items</th><th class=\"wide\"></th></tr></thead><tbody>" + bars
                + "</tbody></table>";
    }

    private static String table(String title, List<String> head, List<List<String>> rows) {
        String titles = IntStream.range(0, head.size())
                .mapToObj(i -> "<th scope=\"col\"" + (i > 0 ? " class=\"number\"" : "") + ">" + Html.escape(head.get(i))
                        + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream().map(AuditPage::row).collect(Collectors.joining());
        String table = "<table aria-label=\"" + Html.escape(title) + "\"><thead><tr>" + titles + "</tr></thead><tbody>"
                + body + "</tbody></table>";
        return rows.size() > 12
                ? "<details><summary>" + Html.escape(title) + "</summary>" + table + "</details>"
                : "<h3>" + Html.escape(title) + "</h3>" + table;
    }

    private static String row(List<String> cells) {
        return "<tr>"
                + IntStream.range(0, cells.size())
                        .mapToObj(i -> i == 0
                                ? "<th scope=\"row\">" + Html.escape(cells.get(0)) + "</th>"
                                : "<td class=\"number\">" + Html.escape(cells.get(i)) + "</td>")
                        .collect(Collectors.joining())
                + "</tr>";
    }
}
