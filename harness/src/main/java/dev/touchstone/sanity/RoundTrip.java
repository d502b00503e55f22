package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.suites.Suite.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A text comes back from its tokens byte for byte. */
final class RoundTrip implements Inspection {

    /** Bytes that evidence shows from the first difference on. */
    private static final int EXCERPT = 16;

    private final String name;
    private final String text;

    private RoundTrip(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static List<RoundTrip> all() {
        return List.of(
                new RoundTrip(
                        "English", "The naïve café owner said: \"It's 7:30 — don't be late!\" She’d paid $1,234.56."),
                new RoundTrip("Chinese", "人工智能的发展，离不开“数据”与算力；2024年，上海。龘靐齉"),
                new RoundTrip("emoji", "👍🏽 family 👩‍👩‍👧‍👦, flag 🇨🇳, heart ❤️, new 🫠"),
                new RoundTrip(
                        "code",
                        "def f(x):\n\tif x >= 0x1F:  # two  spaces\n        return {'a': [x**2]}\r\n\n\n    pass\n"));
    }

    @Override
    public Subject subject() {
        return Subjects.ROUND_TRIP;
    }

    @Override
    public String statement() {
        return name + ": encoded and decoded again it has the same bytes, and every token is in the vocabulary.";
    }

    @Override
    public Finding inspect(InspectableModel model) {
        Tokenizer tokenizer = model.tokenizer();
        int[] tokens = tokenizer.encode(text, false);
        long outside = Arrays.stream(tokens)
                .filter(token -> token < 0 || token >= tokenizer.vocabularySize())
                .count();
        return outside == 0
                ? compared(tokens, tokenizer.decode(tokens))
                : finding(
                        tokens,
                        false,
                        ", " + outside + " of them not in the vocabulary of "
                                + Figures.count(tokenizer.vocabularySize()));
    }

    private Finding compared(int[] tokens, byte[] back) {
        int mismatch = Arrays.mismatch(bytes(), back);
        return finding(
                tokens,
                mismatch < 0,
                mismatch < 0
                        ? " and back, the same"
                        : " and back, from byte " + mismatch + " on '" + excerpt(back, mismatch) + "' instead of '"
                                + excerpt(bytes(), mismatch) + "'");
    }

    private Finding finding(int[] tokens, boolean holds, String result) {
        int bytes = bytes().length;
        Map<String, Double> numbers = Figures.numbers("bytes", bytes, "tokens", tokens.length);
        return Finding.of(holds, name + ": " + bytes + " bytes in " + tokens.length + " tokens" + result, numbers);
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes as ASCII where they are, since what differs may be a part of a character. */
    private static String excerpt(byte[] bytes, int from) {
        StringBuilder excerpt = new StringBuilder();
        for (int i = from; i < Math.min(bytes.length, from + EXCERPT); i++) {
            boolean plain = bytes[i] >= ' ' && bytes[i] < 0x7f;
            excerpt.append(plain ? String.valueOf((char) bytes[i]) : String.format(Locale.ROOT, "\\x%02x", bytes[i]));
        }
        return excerpt.toString();
    }
}
