package dev.touchstone.suites.mini.glue;

import java.util.List;
import java.util.Map;

/**
 * The file {@code lexicon.yaml}. Each line of a category is a group: senses between bars, synonyms between equal signs, forms between slashes.
 *
 * @param forms names of a category's forms, first the plain one
 * @param qualities adjectives: senses of one group contradict each other, other groups say nothing about them
 * @param actions verbs: senses of one group contradict each other
 * @param kinds nouns by the word for all of them
 * @param plain words without relations, such as names
 */
record LexiconTable(
        Map<String, List<String>> forms,
        Map<String, Map<String, String>> qualities,
        Map<String, Map<String, String>> actions,
        Map<String, Map<String, String>> kinds,
        Map<String, Map<String, String>> plain) {}
