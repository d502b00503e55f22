package dev.touchstone.suites.mini.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Lexicon LEXICON = Lexicon.load();

    @Test
    void leavesOutOptionalPartsWithoutWordsAndChoosesTheArticle() {
        Sentence sentence = new Sentence("a(n) {creature.many}[ {place}] and a(n) {creature}.", lexicon());
        Map<String, Word> words = new LinkedHashMap<>(Map.of("creature", word("creature", "owl/owls")));
        assertThat(sentence.text(words)).isEqualTo("An owls and an owl.");
        words.put("place", word("place", "here"));
        assertThat(sentence.text(words)).isEqualTo("An owls here and an owl.");
    }

    @Test
    void wordsAreRelatedAsTheTableSays() {
        Lexicon lexicon = lexicon();
        Word dog = word("creature", "dog/dogs");
        assertThat(lexicon.contradicting(word("size", "big")))
                .extracting(Word::forms)
                .containsExactly("small");
        assertThat(lexicon.entailing(word("size", "big"))).isEmpty();
        assertThat(lexicon.independent(dog)).extracting(Word::forms).containsExactly("animal");
        assertThat(lexicon.contradicting(dog)).isEmpty();
    }

    @Test
    void anUnknownCategoryOrFormIsNamedWithTheLegalOnes() {
        assertThatThrownBy(() -> lexicon().senses("creatur"))
                .hasMessage("lexicon.yaml has no category 'creatur'; it has [size, creature, place]");
        assertThatThrownBy(() -> LEXICON.form("animal", "plural"))
                .hasMessage("lexicon.yaml names no form 'plural' of 'animal'; it names [one, many]");
    }

    private static Lexicon lexicon() {
        return new Lexicon(new LexiconTable(
                Map.of("creature", List.of("one", "many")),
                Map.of("size", Map.of("size", "big | small")),
                Map.of(),
                Map.of("creature", Map.of("animal", "dog/dogs = hound/hounds | owl/owls")),
                Map.of("place", Map.of("place", "here"))));
    }

    private static Word word(String category, String forms) {
        String group = category.equals("creature") ? "animal" : category;
        return new Word(new Sense(category, group, List.of(forms), false), forms);
    }
}
