package dev.touchstone.reports.html;

/** Text as HTML. */
final class Html {

    private Html() {}

    /** The text so that it can stand between tags and in a quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
