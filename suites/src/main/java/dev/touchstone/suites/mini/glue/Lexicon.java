package dev.touchstone.suites.mini.glue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** All words, and how they are related. */
final class Lexicon {

    private enum Relation {
        QUALITY,
        ACTION,
        KIND,
        PLAIN
    }

    private final Map<String, List<Sense>> senses = new LinkedHashMap<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final Map<String, List<String>> forms;

    Lexicon(LexiconTable table) {
        forms = table.forms();
        table.qualities().forEach((category, groups) -> add(category, groups, Relation.QUALITY));
        table.actions().forEach((category, groups) -> add(category, groups, Relation.ACTION));
        table.kinds().forEach((category, groups) -> add(category, groups, Relation.KIND));
        table.plain().forEach((category, groups) -> add(category, groups, Relation.PLAIN));
    }

    static Lexicon load() {
        return new Lexicon(Tables.read("lexicon.yaml", LexiconTable.class));
    }

    private void add(String category, Map<String, String> groups, Relation relation) {
        List<Sense> all = new ArrayList<>();
        groups.forEach((group, line) -> {
            for (String words : line.strip().split("\\s*\\|\\s*")) {
                all.add(new Sense(category, group, List.of(words.split("\\s*=\\s*")), false));
            }
        });
        senses.put(category, all);
        relations.put(category, relation);
    }

    /** The senses of a category, in the table's order. */
    List<Sense> senses(String category) {
        List<Sense> all = senses.get(category);
        if (all == null) {
            throw new IllegalArgumentException(
                    "lexicon.yaml has no category '" + category + "'; it has " + senses.keySet());
        }
        return all;
    }

    /** The place of a named form; an empty name is the plain form. */
    int form(String category, String name) {
        int place = name.isEmpty() ? 0 : forms.getOrDefault(category, List.of()).indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("lexicon.yaml names no form '" + name + "' of '" + category
                    + "'; it names " + forms.getOrDefault(category, List.of()));
        }
        return place;
    }

    /** Any word of the category; each sense is as likely as any other. */
    Word draw(String category, Random random) {
        Sense sense = pick(senses(category), random);
        return new Word(sense, pick(sense.words(), random));
    }

    /** The word for all of the group, for a noun. */
    Word general(Word word) {
        Sense sense = new Sense(
                word.sense().category(),
                word.sense().group(),
                List.of(word.sense().group()),
                true);
        return new Word(sense, sense.group());
    }

    boolean isKind(Word word) {
        return relations.get(word.sense().category()) == Relation.KIND;
    }

    boolean isQuality(Word word) {
        return relations.get(word.sense().category()) == Relation.QUALITY;
    }

    /** Words of the same sense. */
    List<Word> synonyms(Word word) {
        return words(Stream.of(word.sense()))
                .filter(other -> !other.equals(word))
                .toList();
    }

    /** Words from which this one follows: synonyms, and for a word such as {@code animal} each animal. */
    List<Word> entailing(Word word) {
        return word.sense().general() ? words(group(word)).toList() : synonyms(word);
    }

    /** Words that exclude this one: {@code small} for {@code big}. */
    List<Word> contradicting(Word word) {
        Relation relation = relations.get(word.sense().category());
        return relation == Relation.QUALITY || relation == Relation.ACTION ? alternatives(word) : List.of();
    }

    /** Words of the other senses of the group. */
    List<Word> alternatives(Word word) {
        return words(group(word).filter(sense -> !sense.equals(word.sense()))).toList();
    }

    /** Words that say nothing about this one: {@code old} for {@code big}, {@code animal} for {@code dog}. */
    List<Word> independent(Word word) {
        if (isKind(word)) {
            return word.sense().general() ? List.of() : List.of(general(word));
        }
        return isQuality(word)
                ? words(senses(word.sense().category()).stream()
                                .filter(sense ->
                                        !sense.group().equals(word.sense().group())))
                        .toList()
                : List.of();
    }

    /** Words of any other sense of the category. */
    List<Word> others(Word word) {
        return words(senses(word.sense().category()).stream().filter(sense -> !sense.equals(word.sense())))
                .toList();
    }

    private Stream<Sense> group(Word word) {
        return senses(word.sense().category()).stream()
                .filter(sense -> sense.group().equals(word.sense().group()));
    }

    private static Stream<Word> words(Stream<Sense> senses) {
        return senses.flatMap(sense -> sense.words().stream().map(word -> new Word(sense, word)));
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
