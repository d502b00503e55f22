package dev.touchstone.reference.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * GPT-2's byte-level BPE: text is cut by a pre-tokenizer, each piece becomes its UTF-8 bytes, and pairs are merged by rank.
 *
 * <p>A byte for which the vocabulary has no token is left out, as Hugging Face tokenizers do (SmolLM2's lacks six control characters and
 * some bytes that hardly occur in UTF-8).
 */
final class ByteLevelBpe implements FragmentCodec {

    private final Vocabulary vocabulary;
    private final PreTokenizer preTokenizer;
    private final boolean ignoreMerges;
    private final MergeTable merges;
    private final int[] byteTokens = new int[256];
    private final WordCache cache = new WordCache();

    private ByteLevelBpe(Vocabulary vocabulary, PreTokenizerKind kind, MergeTable merges) {
        this.vocabulary = vocabulary;
        this.preTokenizer = kind.preTokenizer();
        this.ignoreMerges = kind.ignoresMerges();
        this.merges = merges;
        for (int value = 0; value < 256; value++) {
            byteTokens[value] = vocabulary.find(String.valueOf(ByteAlphabet.characterOf(value)));
        }
    }

    static ByteLevelBpe from(TokenizerMetadata metadata, Vocabulary vocabulary, PreTokenizerKind kind) {
        return new ByteLevelBpe(vocabulary, kind, merges(metadata, vocabulary));
    }

    private static MergeTable merges(TokenizerMetadata metadata, Vocabulary vocabulary) {
        String[] merges = metadata.required("merges", String[].class);
        MergeTable table = new MergeTable(merges.length);
        for (int rank = 0; rank < merges.length; rank++) {
            String merge = merges[rank];
            int space = merge.indexOf(' ', 1);
            if (space < 0) {
                throw metadata.problem(
                        "merges",
                        "has \"" + merge + "\" at " + rank + ", but must have two tokens with a space between");
            }
            int left = vocabulary.find(merge.substring(0, space));
            int right = vocabulary.find(merge.substring(space + 1));
            int merged = vocabulary.find(merge.substring(0, space) + merge.substring(space + 1));
            if (left == Vocabulary.NONE || right == Vocabulary.NONE || merged == Vocabulary.NONE) {
                throw metadata.problem(
                        "merges",
                        "has \"" + merge + "\" at " + rank
                                + ", whose parts or result are not in tokenizer.ggml.tokens");
            }
            table.add(left, right, rank, merged);
        }
        return table;
    }

    @Override
    public void encode(String fragment, IntList tokens) {
        preTokenizer.split(
                fragment,
                0,
                fragment.length(),
                (from, to) -> tokens.addAll(cache.get(fragment.substring(from, to), this::tokensOf)));
    }

    private int[] tokensOf(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        int whole = ignoreMerges ? vocabulary.find(asText(bytes)) : Vocabulary.NONE;
        return whole == Vocabulary.NONE ? Merger.merge(merges, byteTokensOf(bytes)) : new int[] {whole};
    }

    private static String asText(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = ByteAlphabet.characterOf(Byte.toUnsignedInt(bytes[i]));
        }
        return new String(text);
    }

    private int[] byteTokensOf(byte[] bytes) {
        IntList tokens = new IntList(bytes.length);
        for (byte value : bytes) {
            int token = byteTokens[Byte.toUnsignedInt(value)];
            if (token != Vocabulary.NONE) {
                tokens.add(token);
            }
        }
        return tokens.toArray();
    }

    @Override
    public byte[] bytesOf(int token) {
        String text = vocabulary.text(token);
        if (vocabulary.type(token).isSpecial()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(codePoint -> write(codePoint, bytes));
        return bytes.toByteArray();
    }

    private static void write(int codePoint, ByteArrayOutputStream bytes) {
        int value = ByteAlphabet.byteOf(codePoint);
        if (value == ByteAlphabet.NONE) {
            bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        } else {
            bytes.write(value);
        }
    }

    @Override
    public boolean addsSpace() {
        return false;
    }
}
