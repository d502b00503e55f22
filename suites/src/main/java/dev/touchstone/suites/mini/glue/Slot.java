package dev.touchstone.suites.mini.glue;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A place for a word in a sentence: {@code {creature2.many}} is another creature than {@code {creature}}, in the form {@code many};
 * {@code {creature~}} is a synonym of {@code {creature}}, and {@code {creature!}} excludes it.
 *
 * @param category what kind of word it takes
 * @param number tells slots of one category apart; a digit or nothing
 * @param variation {@code "~"}, {@code "!"} or nothing
 * @param form name of the form, or nothing
 */
record Slot(String category, String number, String variation, String form) {

    static final Pattern PATTERN = Pattern.compile("\\{([a-z]+)([0-9]?)([~!]?)(?:\\.([a-z]+))?}");

    static Slot of(MatchResult match) {
        String form = match.group(4);
        return new Slot(match.group(1), match.group(2), match.group(3), form == null ? "" : form);
    }

    /** What its word is kept under, but for variations. */
    String name() {
        return category + number;
    }

    /** What its word is kept under. */
    String key() {
        return name() + variation;
    }
}
