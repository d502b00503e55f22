package dev.touchstone.reference.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * SentencePiece BPE as llama.cpp does it: spaces become U+2581, characters are merged into the token of the highest score, the leftmost of
 * equal ones first; a character that is no token becomes its UTF-8 bytes, {@code <0xNN>}, or else the unknown token.
 */
final class SentencePieceBpe implements FragmentCodec {

    private static final char SPACE = '\u2581';

    private final Vocabulary vocabulary;
    private final MergeTable merges;
    private final ByteFallback fallback;
    private final boolean addsSpace;
    private final boolean cutsAtSpaces;
    private final WordCache cache = new WordCache();

    private SentencePieceBpe(Vocabulary vocabulary, MergeTable merges, ByteFallback fallback, boolean addsSpace) {
        this.vocabulary = vocabulary;
        this.merges = merges;
        this.fallback = fallback;
        this.addsSpace = addsSpace;
        this.cutsAtSpaces = IntStream.range(0, vocabulary.size()).noneMatch(id -> hasCut(vocabulary.text(id)));
    }

    static SentencePieceBpe from(TokenizerMetadata metadata, Vocabulary vocabulary) {
        float[] scores = metadata.required("scores", float[].class);
        if (scores.length != vocabulary.size()) {
            throw metadata.problem(
                    "scores", "has " + scores.length + " elements, but there are " + vocabulary.size() + " tokens");
        }
        OptionalInt unknown = metadata.tokenId("unknown_token_id", vocabulary.size());
        boolean addsSpace = metadata.optional("add_space_prefix", Boolean.class).orElse(true);
        return new SentencePieceBpe(
                vocabulary,
                SentencePieceMerges.from(vocabulary, scores),
                ByteFallback.from(metadata, vocabulary, unknown),
                addsSpace);
    }

    private static boolean hasCut(String token) {
        return endOfWord(token, 0) < token.length();
    }

    @Override
    public void encode(String fragment, IntList tokens) {
        String text = (addsSpace ? " " + fragment : fragment).replace(' ', SPACE);
        if (!cutsAtSpaces) {
            tokens.addAll(tokensOf(text));
            return;
        }
        // No token reaches over the start of a word, so words can be merged one by one.
        for (int from = 0; from < text.length(); ) {
            int to = endOfWord(text, from);
            tokens.addAll(cache.get(text.substring(from, to), this::tokensOf));
            from = to;
        }
    }

    /** Where the next word starts: at the first space that follows something else. */
    private static int endOfWord(String text, int from) {
        for (int index = from + 1; index < text.length(); index++) {
            if (text.charAt(index) == SPACE && text.charAt(index - 1) != SPACE) {
                return index;
            }
        }
        return text.length();
    }

    private int[] tokensOf(String word) {
        int[] symbols = word.codePoints()
                .map(codePoint -> SentencePieceMerges.symbolOf(vocabulary, codePoint))
                .toArray();
        int[] merged = Merger.merge(merges, symbols);
        IntList tokens = new IntList(merged.length);
        for (int symbol : merged) {
            if (symbol < vocabulary.size()) {
                tokens.add(symbol);
            } else {
                fallback.add(SentencePieceMerges.codePointOf(vocabulary, symbol), tokens);
            }
        }
        return tokens.toArray();
    }

    @Override
    public byte[] bytesOf(int token) {
        String text = vocabulary.text(token);
        return switch (vocabulary.type(token)) {
            case BYTE -> ByteFallback.bytesOf(text);
            case NORMAL -> text.replace(SPACE, ' ').getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    @Override
    public boolean addsSpace() {
        return addsSpace;
    }
}
