package dev.touchstone.suites.mini.glue;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A place for a word in a sentence: {@code {creature2.many}} is another creature than {@code {creature}}, in the form {@code many};
 * {@code {creature~}} is a synonym of {@code {creature}}, and {@code {creature!}} excludes it.
 *
 * @param name category with its number, such as {@code creature2}
 * @param variation {@code "~"}, {@code "!"} or nothing
 * @param form name of the form, or nothing
 */
record Slot(String name, String variation, String form) {

    static final Pattern PATTERN = Pattern.compile("\\{([a-z]+[0-9]?)([~!]?)(?:\\.([a-z]+))?}");

    static Slot of(MatchResult match) {
        return new Slot(match.group(1), match.group(2), match.group(3) == null ? "" : match.group(3));
    }

    /** What its word is kept under. */
    String key() {
        return name + variation;
    }

    /** The category of its words. */
    String category() {
        return name.replaceAll("[0-9]", "");
    }
}
