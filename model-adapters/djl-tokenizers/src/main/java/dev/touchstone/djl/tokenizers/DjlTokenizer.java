package dev.touchstone.djl.tokenizers;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hugging Face's tokenizer as ours. The native side is read-only, so several threads may use it. */
final class DjlTokenizer implements Tokenizer {

    private final HuggingFaceTokenizer tokenizer;
    private final int vocabularySize;
    private final Set<Integer> specialIds;
    private final OptionalInt bos;
    private final OptionalInt eos;
    private final @Nullable ByteLevelDecoder byteLevelDecoder;

    DjlTokenizer(HuggingFaceTokenizer tokenizer, TokenizerJson json, OptionalInt bos, OptionalInt eos) {
        this.tokenizer = tokenizer;
        this.vocabularySize = json.vocabularySize();
        this.specialIds = json.specialIds();
        this.bos = bos;
        this.eos = eos;
        this.byteLevelDecoder = json.isByteLevel() ? new ByteLevelDecoder(json) : null;
    }

    @Override
    public int vocabularySize() {
        return vocabularySize;
    }

    @Override
    public int[] encode(String text, boolean addSpecials) {
        long[] ids = tokenizer
                .encode(withoutLoneSurrogates(text), addSpecials, false)
                .getIds();
        return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    }

    /** The native side can't read a surrogate that has no partner; it becomes U+FFFD. */
    private static String withoutLoneSurrogates(String text) {
        int[] codePoints = text.codePoints()
                .map(codePoint -> codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                        ? 0xFFFD
                        : codePoint)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    @Override
    public byte[] decode(int[] ids) {
        if (byteLevelDecoder != null) {
            return byteLevelDecoder.decode(ids);
        }
        for (int id : ids) {
            if (id < 0 || id >= vocabularySize) {
                throw new ModelException("token " + id + " can't be decoded: the vocabulary has tokens 0 to "
                        + (vocabularySize - 1) + "; use the tokenizer that made the tokens");
            }
        }
        boolean skipsSpecials = false;
        String text = tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), skipsSpecials);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isControl(int id) {
        return specialIds.contains(id) || Tokenizer.super.isControl(id);
    }

    @Override
    public OptionalInt bos() {
        return bos;
    }

    @Override
    public OptionalInt eos() {
        return eos;
    }
}
