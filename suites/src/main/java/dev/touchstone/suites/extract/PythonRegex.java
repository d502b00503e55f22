package dev.touchstone.suites.extract;

import dev.touchstone.suites.SuiteException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions as Python's {@code re} reads them, for published rules that were written for it.
 *
 * <ul>
 *   <li>{@code .}, {@code ^} and {@code $} know the line feed only, where Java counts {@code \r}, U+0085, U+2028 and U+2029 too.
 *   <li>{@code \d}, {@code \w}, {@code \b} and ignoring case are Unicode's, on every JDK alike. Left as they are: Java's {@code \s} lacks
 *       U+001C to U+001F, its {@code \w} has combining marks.
 *   <li>{@code \Z}, {@code (?P<name>} and {@code (?P=name)} are translated; a {@code [} inside of a class must be escaped.
 * </ul>
 */
final class PythonRegex {

    private PythonRegex() {}

    static Pattern compile(String regex) {
        String java = regex.replace("\\Z", "\\z").replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>");
        try {
            return Pattern.compile(java, Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException e) {
            throw new SuiteException("pattern '" + regex + "', offset " + Math.max(0, e.getIndex()) + ": "
                    + e.getDescription() + "; legal is what both Python's re and Java's regex read");
        }
    }
}
