package dev.touchstone.suites.mini.glue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Sentences about words: {@code A dog is an animal.} */
final class Statements {

    private final Lexicon lexicon;
    private final List<String> categories;

    Statements(Lexicon lexicon, List<String> categories) {
        this.lexicon = lexicon;
        this.categories = categories.stream()
                .filter(category -> related(lexicon, category))
                .toList();
    }

    private static boolean related(Lexicon lexicon, String category) {
        return lexicon.senses(category).stream().anyMatch(sense -> sense.words().size() > 1);
    }

    /** A statement, or nothing when the words have no relations. */
    String tell(Random random) {
        if (categories.isEmpty()) {
            return "";
        }
        Word word = lexicon.draw(Lexicon.pick(categories, random), random);
        return lexicon.isKind(word) ? aboutNoun(word, random) : aboutWord(word, random);
    }

    private String aboutNoun(Word word, Random random) {
        List<Word> synonyms = lexicon.synonyms(word);
        boolean same = !synonyms.isEmpty() && random.nextBoolean();
        String other = same
                ? Lexicon.pick(synonyms, random).form(0)
                : lexicon.general(word).form(0);
        String pattern = same ? "A(n) %s is the same as a(n) %s." : "A(n) %s is a kind of %s.";
        return text(String.format(Locale.ROOT, pattern, word.form(0), other));
    }

    private String aboutWord(Word word, Random random) {
        List<Word> synonyms = lexicon.synonyms(word);
        List<Word> opposites = lexicon.contradicting(word);
        if (!opposites.isEmpty() && (synonyms.isEmpty() || random.nextBoolean())) {
            return text(word.form(0) + " does not mean the same as "
                    + Lexicon.pick(opposites, random).form(0) + ".");
        }
        return synonyms.isEmpty()
                ? ""
                : text(word.form(0) + " means the same as "
                        + Lexicon.pick(synonyms, random).form(0) + ".");
    }

    private String text(String statement) {
        return new Sentence(statement, lexicon).text(Map.of());
    }
}
