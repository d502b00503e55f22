package dev.touchstone.suites.extract.algebra;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling for what means nothing: spaces, sizes of brackets, dollar signs, a box, a final point, "and". */
final class Spelling {

    private static final Pattern BOXED = Pattern.compile("\\\\(?:boxed|fbox)\\{(.*)\\}", Pattern.DOTALL);
    private static final Pattern SIZES =
            Pattern.compile("\\\\(?:left|right|bigl?|bigr|Bigl?|Bigr|displaystyle)(?![a-zA-Z])");
    private static final Pattern MARKED_THOUSANDS =
            Pattern.compile("(?<=[0-9])(?:\\{,\\}|,\\\\!)\\s*(?=[0-9]{3}(?![0-9]))");
    private static final Pattern SPACES = Pattern.compile("(?<!\\\\)\\\\[,;:! ]|\\\\q?quad(?![a-zA-Z])|~");
    private static final Pattern AND = Pattern.compile(
            "(?:\\\\(?:text|mbox|textrm|mathrm)\\{\\s*,?\\s*(?:and|or)\\s*\\}|(?<=[\\s})0-9])(?:and|or)(?=[\\s\\\\(]))");
    private static final Pattern COMMAS = Pattern.compile(",\\s*,");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![0-9,.])([0-9]{1,3})((?:,[0-9]{3})+)(?![0-9,])");
    private static final Pattern BRACKET = Pattern.compile("[(\\[]|\\\\\\{");

    private Spelling() {}

    static String clean(String answer) {
        String text = answer.strip();
        Matcher boxed = BOXED.matcher(text);
        text = boxed.matches() && Brackets.enclose(text.substring(text.indexOf('{'))) ? boxed.group(1) : text;
        text = text.replaceAll("(?<!\\\\)\\$", "").strip().replaceAll("(?<=[^.])\\.$", "");
        text = MARKED_THOUSANDS.matcher(SIZES.matcher(text).replaceAll("")).replaceAll("");
        text = COMMAS.matcher(AND.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll(","))
                .replaceAll(",");
        text = relations(text).strip();
        return text.startsWith("{") && Brackets.enclose(text) ? text.substring(1, text.length() - 1) : text;
    }

    private static String relations(String text) {
        return text.replaceAll("\\\\leq?(?:slant)?(?![a-zA-Z])", "\u2264")
                .replaceAll("\\\\geq?(?:slant)?(?![a-zA-Z])", "\u2265")
                .replaceAll("\\\\neq?(?![a-zA-Z])", "\u2260")
                .replaceAll("\\\\lt(?![a-zA-Z])", "<")
                .replaceAll("\\\\gt(?![a-zA-Z])", ">");
    }

    /** Whether {@code 1,234} could be one number or two. Inside of brackets it is two. */
    static boolean hasThousands(String text) {
        return !BRACKET.matcher(text).find() && THOUSANDS.matcher(text).find();
    }

    /** The reading as one number. */
    static String withoutThousands(String text) {
        return hasThousands(text)
                ? THOUSANDS.matcher(text).replaceAll(match -> match.group().replace(",", ""))
                : text;
    }
}
