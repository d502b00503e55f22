package dev.touchstone.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files beside this class that the page is put together from. There is no build step: they are joined as they are. */
final class PageParts {

    private static final List<String> STYLES =
            List.of("base.css", "tables.css", "charts.css", "items.css", "narrow.css", "print.css");

    /** In the order in which they need each other; the last one starts the page. */
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "strings.js",
            "format.js",
            "data.js",
            "search.js",
            "marks.js",
            "table.js",
            "chart.js",
            "diagrams.js",
            "overview.js",
            "results.js",
            "quality.js",
            "variants.js",
            "baseline.js",
            "list.js",
            "detail.js",
            "items.js",
            "provenance.js",
            "app.js");

    private PageParts() {}

    static String style() throws IOException {
        return joined(STYLES);
    }

    static String script() throws IOException {
        return "\"use strict\";\n" + joined(SCRIPTS);
    }

    /** What the page says, by language and key. */
    static JsonNode strings() throws IOException {
        return JsonMapper.builder().build().readTree(text("strings.json"));
    }

    static String text(String name) throws IOException {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(
                        "the part " + name + " of the HTML report is missing in this build of Touchstone");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String joined(List<String> names) throws IOException {
        StringBuilder whole = new StringBuilder();
        for (String name : names) {
            whole.append(text(name));
        }
        return whole.toString();
    }
}
