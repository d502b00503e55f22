package dev.touchstone.suites.mini.glue;

import java.util.List;

/**
 * One meaning and the words for it.
 *
 * @param category what kind of slot it fills, such as {@code creature}
 * @param group the senses of a group exclude each other; for nouns the word for all of them, such as {@code animal}
 * @param words synonyms; the forms of a word are separated by {@code /}, such as {@code dog/dogs}
 * @param general whether it is that word for all of the group
 */
record Sense(String category, String group, List<String> words, boolean general) {}
