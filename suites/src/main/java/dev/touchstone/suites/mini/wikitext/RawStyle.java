package dev.touchstone.suites.mini.wikitext;

import java.util.regex.Pattern;

/** Takes words and punctuation apart as WikiText's raw files do. */
final class RawStyle {

    private static final Pattern HYPHEN = Pattern.compile("(?<=[\\p{L}\\p{N}])-(?=[\\p{L}\\p{N}])");
    private static final Pattern IN_NUMBER = Pattern.compile("(?<=\\d)([.,])(?=\\d)");
    private static final Pattern BRACKET = Pattern.compile("[()\\[\\]]");
    private static final Pattern MARK = Pattern.compile("[,;:!?](?=\\s|$)");

    /** Not those of initials, of "St." and of the names of cases; but the last one of a sentence, whatever it follows. */
    private static final Pattern STOP = Pattern.compile("(?<!\\b\\p{Lu})(?<!\\bSt)(?<!\\p{L}{2} v)\\.(?=\\s)|\\.$");

    private static final Pattern GENITIVE = Pattern.compile("(?<=\\p{L})'s\\b");
    private static final Pattern APOSTROPHE_AFTER_S = Pattern.compile("(?<=s)'(?=\\s)");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private RawStyle() {}

    /** One sentence or title, without a space at its ends. */
    static String of(String text) {
        String apart = HYPHEN.matcher(text).replaceAll(" @-@ ");
        apart = IN_NUMBER.matcher(apart).replaceAll(" @$1@ ");
        apart = BRACKET.matcher(apart).replaceAll(" $0 ");
        apart = MARK.matcher(apart).replaceAll(" $0");
        apart = STOP.matcher(apart).replaceAll(" .");
        apart = GENITIVE.matcher(apart).replaceAll(" 's");
        apart = APOSTROPHE_AFTER_S.matcher(apart).replaceAll(" '");
        return SPACES.matcher(apart).replaceAll(" ").strip();
    }
}
