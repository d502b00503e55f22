package dev.touchstone.suites.jinja;

/**
 * A piece of a template.
 *
 * @param text the text itself; of quotes what is between them
 * @param line where it begins, from 1
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        /** Outside of tags: printed as it is. */
        DATA,
        /** The beginning of an expression that is printed. */
        OUTPUT,
        /** The beginning of a statement. */
        STATEMENT,
        /** The end of either. */
        END,
        NAME,
        TEXT,
        INTEGER,
        FLOAT,
        OPERATOR,
        /** The end of the template. */
        EOF
    }

    boolean is(Kind other, String expected) {
        return kind == other && text.equals(expected);
    }

    /** How messages name it. */
    String inWords() {
        return switch (kind) {
            case EOF -> "the end of the template";
            case END -> "the end of the tag";
            default -> "'" + text + "'";
        };
    }
}
