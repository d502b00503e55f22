package dev.touchstone.testing;

import dev.touchstone.model.Tokenizer;
import dev.touchstone.testing.ToyModel.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A token for each byte, and two control marks. */
final class ToyTokenizer implements Tokenizer {

    private static final List<String> MARKS = List.of("<s>", "</s>");
    private static final int BYTES = 256;

    private final Fault fault;

    ToyTokenizer(Fault fault) {
        this.fault = fault;
    }

    @Override
    public int vocabularySize() {
        return BYTES + (fault == Fault.NO_MARKS ? 0 : MARKS.size());
    }

    @Override
    public int[] encode(String text, boolean addSpecials) {
        IntStream.Builder tokens = IntStream.builder();
        int from = 0;
        while (from < text.length()) {
            int at = from;
            int mark = IntStream.range(0, MARKS.size())
                    .filter(i -> text.startsWith(MARKS.get(i), at))
                    .findFirst()
                    .orElse(-1);
            int length = mark < 0
                    ? Character.charCount(text.codePointAt(from))
                    : MARKS.get(mark).length();
            if (mark >= 0 && fault != Fault.MARKS_ARE_SPELT_OUT && fault != Fault.NO_MARKS) {
                tokens.add(BYTES + mark);
            } else {
                bytes(text.substring(from, from + length)).forEach(tokens::add);
            }
            from += length;
        }
        return tokens.build().toArray();
    }

    private IntStream bytes(String text) {
        byte[] bytes =
                text.getBytes(fault == Fault.ASCII_TOKENIZER ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length)
                .map(i -> (bytes[i] & 0xff) + (fault == Fault.TOKENS_BEYOND_VOCABULARY && bytes[i] < 0 ? BYTES : 0));
    }

    @Override
    public byte[] decode(int[] ids) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int id : ids) {
            if (id < BYTES) {
                text.write(id);
            } else {
                text.writeBytes(MARKS.get(id - BYTES).getBytes(StandardCharsets.UTF_8));
            }
        }
        return text.toByteArray();
    }

    @Override
    public OptionalInt bos() {
        return fault == Fault.NO_MARKS ? OptionalInt.empty() : OptionalInt.of(BYTES);
    }

    @Override
    public OptionalInt eos() {
        return fault == Fault.NO_MARKS ? OptionalInt.empty() : OptionalInt.of(BYTES + 1);
    }
}
