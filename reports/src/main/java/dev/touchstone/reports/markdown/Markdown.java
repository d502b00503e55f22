package dev.touchstone.reports.markdown;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Text as Markdown: what a name or a model's text contains becomes no mark-up, no mention and no new line of a table. */
final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~#@]");

    private Markdown() {}

    static String escape(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        String html = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return SPECIAL.matcher(html).replaceAll("\\\\$0");
    }

    /** As code; a backtick would end it and becomes an apostrophe. */
    static String code(JsonNode text) {
        return "`" + text.asString("").replace('`', '\'').replaceAll("\\s+", " ") + "`";
    }
}
