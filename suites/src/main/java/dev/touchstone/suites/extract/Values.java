package dev.touchstone.suites.extract;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;

/** What a rule makes of the text that it found. */
enum Values {
    /** The text as it stands. */
    AS_IS {
        @Override
        String of(String found) {
            return found;
        }
    },
    /** An option's letter; a full-width one becomes ASCII's, as Chinese texts have both. */
    LETTER {
        @Override
        String of(String found) {
            return Normalizer.normalize(found, Form.NFKC);
        }
    },
    /** A number without its thousands separators. */
    NUMBER {
        @Override
        String of(String found) {
            return found.replace(",", "");
        }
    },
    /** A label as GLUE's prompts write it, however the model did. */
    LABEL {
        @Override
        String of(String found) {
            return LABELS.stream().filter(found::equalsIgnoreCase).findFirst().orElse(found);
        }
    };

    private static final List<String> LABELS = List.of("yes", "no", "True", "False", "Neither");

    abstract String of(String found);
}
