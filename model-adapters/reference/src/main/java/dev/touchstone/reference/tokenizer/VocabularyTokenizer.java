package dev.touchstone.reference.tokenizer;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.io.ByteArrayOutputStream;
import java.util.OptionalInt;

/** A tokenizer over a vocabulary: finds the special tokens in a text and leaves what is between them to a {@link FragmentCodec}. */
final class VocabularyTokenizer implements Tokenizer {

    private final Vocabulary vocabulary;
    private final FragmentCodec codec;
    private final SequenceMarks marks;
    private final SpecialTokens specialTokens;
    private final byte[][] bytes;

    VocabularyTokenizer(Vocabulary vocabulary, FragmentCodec codec, SequenceMarks marks) {
        this.vocabulary = vocabulary;
        this.codec = codec;
        this.marks = marks;
        this.specialTokens = new SpecialTokens(vocabulary);
        this.bytes = new byte[vocabulary.size()][];
        for (int id = 0; id < bytes.length; id++) {
            bytes[id] = codec.bytesOf(id);
        }
    }

    @Override
    public int vocabularySize() {
        return vocabulary.size();
    }

    @Override
    public int[] encode(String text, boolean addSpecials) {
        IntList tokens = new IntList(text.length() / 4 + 2);
        if (addSpecials && marks.addsBos()) {
            tokens.add(marks.bos().getAsInt());
        }
        encode(TextRepair.withoutLoneSurrogates(text), tokens);
        if (addSpecials && marks.addsEos()) {
            tokens.add(marks.eos().getAsInt());
        }
        return tokens.toArray();
    }

    private void encode(String text, IntList tokens) {
        int from = 0;
        int index = 0;
        while (index < text.length()) {
            int special = specialTokens.longestAt(text, index);
            if (special == SpecialTokens.NONE) {
                index++;
                continue;
            }
            encodeFragment(text, from, index, tokens);
            tokens.add(special);
            index += vocabulary.text(special).length();
            from = index;
        }
        encodeFragment(text, from, index, tokens);
    }

    private void encodeFragment(String text, int from, int to, IntList tokens) {
        if (from < to) {
            codec.encode(text.substring(from, to), tokens);
        }
    }

    /** The inverse of {@link #encode}: the space that encoding puts before a fragment is taken away again. */
    @Override
    public byte[] decode(int[] ids) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(ids.length * 5);
        boolean startsFragment = true;
        for (int id : ids) {
            byte[] piece = bytesOf(id);
            boolean isSpecial = vocabulary.type(id).isSpecial();
            boolean skipsSpace =
                    codec.addsSpace() && startsFragment && !isSpecial && piece.length > 0 && piece[0] == ' ';
            text.write(piece, skipsSpace ? 1 : 0, piece.length - (skipsSpace ? 1 : 0));
            startsFragment = isSpecial;
        }
        return text.toByteArray();
    }

    private byte[] bytesOf(int id) {
        if (id < 0 || id >= bytes.length) {
            throw new ModelException("token " + id + " can't be decoded: the vocabulary has tokens 0 to "
                    + (bytes.length - 1) + "; use the tokenizer that made the tokens");
        }
        return bytes[id];
    }

    @Override
    public boolean isControl(int id) {
        return vocabulary.type(id).isControl();
    }

    @Override
    public OptionalInt bos() {
        return marks.bos();
    }

    @Override
    public OptionalInt eos() {
        return marks.eos();
    }
}
