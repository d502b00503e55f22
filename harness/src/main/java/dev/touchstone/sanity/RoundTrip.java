package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.suites.Suite.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A text comes back from its tokens byte for byte. */
final class RoundTrip implements Inspection {

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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] tokens = tokenizer.encode(text, false);
        long outside = Arrays.stream(tokens)
                .filter(token -> token < 0 || token >= tokenizer.vocabularySize())
                .count();
        String counts = name + ": " + bytes.length + " bytes in " + tokens.length + " tokens";
        if (outside > 0) {
            return Finding.of(
                    false,
                    counts + ", " + outside + " of them not in the vocabulary of "
                            + Figures.count(tokenizer.vocabularySize()),
                    numbers(bytes, tokens, outside, Double.NaN));
        }
        byte[] back = tokenizer.decode(tokens);
        int mismatch = Arrays.mismatch(bytes, back);
        return Finding.of(
                mismatch < 0,
                counts + " and back" + (mismatch < 0 ? ", the same" : ", " + change(back, mismatch)),
                numbers(bytes, tokens, outside, mismatch));
    }

    private String change(byte[] back, int mismatch) {
        return "other bytes from byte " + mismatch + " on: '" + new String(back, StandardCharsets.UTF_8)
                + "' instead of '" + text + "'";
    }

    private static java.util.Map<String, Double> numbers(byte[] bytes, int[] tokens, long outside, double mismatch) {
        return Figures.numbers(
                "bytes",
                bytes.length,
                "tokens",
                tokens.length,
                "outsideVocabulary",
                outside,
                "firstDifferentByte",
                mismatch);
    }
}
