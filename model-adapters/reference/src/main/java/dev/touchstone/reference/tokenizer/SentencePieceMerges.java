package dev.touchstone.reference.tokenizer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * SentencePiece's vocabulary as a table of merges. SentencePiece joins the two neighbours whose text is the token of the highest score;
 * here every way to cut a token into two symbols becomes a pair whose rank is the place of the token's score, highest first.
 *
 * <p>A symbol is a token, or a character that is no token; see {@link #symbolOf}.
 */
final class SentencePieceMerges {

    private final Vocabulary vocabulary;
    private final Map<Float, Integer> rankOfScore = new HashMap<>();

    private SentencePieceMerges(Vocabulary vocabulary, float[] scores) {
        this.vocabulary = vocabulary;
        float[] ascending = scores.clone();
        Arrays.sort(ascending);
        for (int i = ascending.length - 1; i >= 0; i--) {
            rankOfScore.putIfAbsent(ascending[i], rankOfScore.size());
        }
    }

    static MergeTable from(Vocabulary vocabulary, float[] scores) {
        SentencePieceMerges merges = new SentencePieceMerges(vocabulary, scores);
        int cuts = IntStream.range(0, vocabulary.size())
                .map(id -> vocabulary.text(id).length())
                .sum();
        MergeTable table = new MergeTable(cuts);
        for (int id = 0; id < vocabulary.size(); id++) {
            merges.addCuts(id, merges.rankOfScore.get(scores[id]), table);
        }
        return table;
    }

    /** The symbol of a single character: its token, or a number above all tokens from which {@link #codePointOf} finds it again. */
    static int symbolOf(Vocabulary vocabulary, int codePoint) {
        int id = vocabulary.find(Character.toString(codePoint));
        return id == Vocabulary.NONE ? vocabulary.size() + codePoint : id;
    }

    /** The character of a symbol that is no token. */
    static int codePointOf(Vocabulary vocabulary, int symbol) {
        return symbol - vocabulary.size();
    }

    private void addCuts(int id, int rank, MergeTable table) {
        String text = vocabulary.text(id);
        for (int cut = 1; cut < text.length(); cut++) {
            if (!Character.isLowSurrogate(text.charAt(cut))) {
                int left = symbolOf(text.substring(0, cut));
                int right = symbolOf(text.substring(cut));
                if (left != Vocabulary.NONE && right != Vocabulary.NONE) {
                    table.add(left, right, rank, id);
                }
            }
        }
    }

    private int symbolOf(String text) {
        boolean isCharacter = text.codePointCount(0, text.length()) == 1;
        return isCharacter ? symbolOf(vocabulary, text.codePointAt(0)) : vocabulary.find(text);
    }
}
