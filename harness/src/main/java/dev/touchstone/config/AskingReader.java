package dev.touchstone.config;

import dev.touchstone.config.Asking.Decoding;
import dev.touchstone.config.ScoringMode.Kind;
import java.util.Optional;

/** Reads the properties that say how a model is asked. */
final class AskingReader {

    private final PropertyValues values;

    AskingReader(PropertyValues values) {
        this.values = values;
    }

    /** @param seed of everything random */
    Asking read(long seed) {
        Optional<ScoringMode> mode = mode();
        boolean cot = values.isTrue(Property.COT, false);
        if (cot && mode.filter(m -> m.kind() != Kind.GEN).isPresent()) {
            values.problem(
                    "property 'cot' is 'true', and 'mode' is '" + mode.get().name()
                            + "', in which the model writes no thoughts; leave one of them out, or take -Dmode=gen");
        }
        return new Asking(
                mode,
                cot,
                values.isTrue(Property.CHAT, false),
                values.text(Property.SYSTEM).orElse(""),
                decoding(seed));
    }

    private Optional<ScoringMode> mode() {
        Optional<String> name = values.text(Property.MODE);
        Optional<ScoringMode> mode = name.flatMap(ScoringMode::of);
        if (name.isPresent() && mode.isEmpty()) {
            values.malformed(Property.MODE, name.get());
        }
        return mode;
    }

    private Decoding decoding(long seed) {
        int topK = values.count(Property.TOP_K, 1, 0);
        double topP = values.decimal(Property.TOP_P, p -> p > 0 && p <= 1, 1);
        int repeats = values.count(Property.REPEATS, 1, 1);
        boolean draws = topK > 0 || topP < 1 || repeats > 1;
        double temperature = values.decimal(Property.TEMPERATURE, t -> t >= 0 && Double.isFinite(t), draws ? 1 : 0);
        if (temperature == 0 && draws) {
            values.problem(
                    "property 'temperature' is '0', with which a model always writes the same, but 'top-k', 'top-p' or 'repeats' is set;"
                            + " leave one of them out, or pass a temperature above 0");
        }
        return new Decoding(temperature, topK, topP, repeats, temperature == 0 ? 0 : seed);
    }
}
