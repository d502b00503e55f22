package dev.touchstone.reports.html;

import dev.touchstone.reports.Figures;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page: styles, script, texts and data in one file. Its content security policy lets the browser run this script and nothing else, and
 * fetch nothing from anywhere; so even a text that got past all escaping could do nothing.
 */
final class Page {

    private final RunData run;

    Page(RunData run) {
        this.run = run;
    }

    void writeTo(Writer out) throws IOException {
        String style = PageParts.style();
        String script = PageParts.script();
        out.write(PageParts.text("head.html")
                .replace("{{title}}", Html.escape(title()))
                .replace("{{policy}}", policy(style, script)));
        out.write("<style>" + style + "</style>\n</head>\n");
        out.write(PageParts.text("body.html"));
        out.write(Block.plain("strings", PageParts.strings()));
        out.write(Block.plain("results", run.results()));
        out.write(Block.plain("analysis", analysis()));
        out.write(Block.plain("trend", run.trend()));
        out.write(Block.packed("questions", run.questions().toJson()));
        for (int i = 0; i < run.tables().size(); i++) {
            out.write(Block.packed("items-" + i, run.tables().get(i).toJson()));
        }
        out.write("<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private String title() {
        JsonNode about = run.results().path("run");
        return about.path("model").asString("") + " · Touchstone "
                + about.path("id").asString("");
    }

    /** What follows from the files and is not in them: the diagrams of each suite, and which metrics are shares. */
    private ObjectNode analysis() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode shares = node.putArray("shares");
        metrics(run.results(), new TreeSet<>()).stream()
                .filter(Figures::isShare)
                .forEach(shares::add);
        ArrayNode suites = node.putArray("suites");
        for (int i = 0; i < run.tables().size(); i++) {
            suites.add(Analysis.of(
                    run.tables().get(i), run.results().required("suites").get(i)));
        }
        return node;
    }

    private static Set<String> metrics(JsonNode node, Set<String> found) {
        node.properties().forEach(field -> {
            if (field.getKey().equals("metrics")) {
                field.getValue().propertyStream().forEach(metric -> found.add(metric.getKey()));
            }
        });
        node.forEach(child -> metrics(child, found));
        return found;
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; img-src data:; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
