package dev.touchstone.suites.mini.wikitext;

import java.util.regex.Pattern;

/** Takes words and punctuation apart as WikiText's raw files do. */
final class RawStyle {

    private static final Pattern HYPHEN = Pattern.compile("(?<=[\\p{L}\\p{N}])-(?=[\\p{L}\\p{N}])");
    private static final Pattern IN_NUMBER = Pattern.compile("(?<=\\d)([.,])(?=\\d)");
    private static final Pattern BRACKET = Pattern.compile("[()\\[\\]]");
    private static final Pattern MARK = Pattern.compile("[,;:!?](?=\\s|$)");

    /** A full stop after a small letter, digit or bracket; one after a single capital letter is an initial. */
    private static final Pattern STOP = Pattern.compile("(?<!\\b\\p{Lu})(?<!\\bv)(?<!\\bSt)\\.(?=\\s|$)");

    private static final Pattern GENITIVE = Pattern.compile("(?<=\\p{L})'s\\b");
    private static final Pattern APOSTROPHE_AFTER_S = Pattern.compile("(?<=s)'(?=\\s)");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private RawStyle() {}

    /** One paragraph or title, without a space at its ends. */
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
