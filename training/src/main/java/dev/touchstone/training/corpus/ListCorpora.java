package dev.touchstone.training.corpus;

import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.training.data.Corpus;
import java.util.List;

/**
 * Lists in which something is to be looked up. A model that can look up what it has read learns everything else sooner: to compare sentences, to
 * calculate with given numbers, to find an option's letter. It learns to when the lists are of single letters first, then of single words.
 */
final class ListCorpora {

    private final Words letters = new LetterWords();
    private final Words words;
    private final Words pieces;

    ListCorpora(List<MiniSubject> facts) {
        this.words = new FactWords(facts);
        this.pieces = new PieceWords(words);
    }

    Corpus first() {
        Shares shares = new Shares();
        shares.add(repeatedLetters(), 0.6);
        shares.add(lookUp("letters", letters, 24), 0.2);
        shares.add(repetition("pieces", pieces, 24), 0.2);
        return shares;
    }

    Corpus second() {
        Shares shares = new Shares();
        shares.add(repeatedLetters(), 0.05);
        shares.add(lookUp("letters", letters, 24), 0.1);
        shares.add(binding("letters", letters), 0.25);
        shares.add(repetition("pieces", pieces, 24), 0.2);
        shares.add(lookUp("pieces", pieces, 16), 0.15);
        shares.add(binding("pieces", pieces), 0.25);
        return shares;
    }

    Corpus third() {
        Shares shares = new Shares();
        shares.add(lookUp("letters", letters, 24), 0.05);
        shares.add(binding("letters", letters), 0.05);
        shares.add(repetition("pieces", pieces, 24), 0.1);
        shares.add(lookUp("pieces", pieces, 16), 0.1);
        shares.add(binding("pieces", pieces), 0.15);
        shares.add(repetition("words", words, 12), 0.15);
        shares.add(lookUp("words", words, 12), 0.15);
        shares.add(binding("words", words), 0.25);
        return shares;
    }

    private Corpus repeatedLetters() {
        return new RepetitionCorpus("repeated letters", letters, 8, 40);
    }

    private static Corpus repetition(String kind, Words words, int most) {
        return new RepetitionCorpus("repeated " + kind, words, 4, most);
    }

    private static Corpus lookUp(String kind, Words words, int most) {
        return new LookUpCorpus("looked-up " + kind, words, 4, most);
    }

    private static Corpus binding(String kind, Words words) {
        return new BindingCorpus("bound " + kind, words);
    }
}
