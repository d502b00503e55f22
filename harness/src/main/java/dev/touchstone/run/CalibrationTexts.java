package dev.touchstone.run;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.model.ModelException;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.PromptBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a precision may look at before it quantizes: the text that was named, or the solved examples that stand before the run's questions, which are not
 * asked, in random order.
 */
final class CalibrationTexts {

    private CalibrationTexts() {}

    /** @throws ModelException if the named text can't be read */
    static List<String> of(RunConfiguration configuration, List<PlannedVariant> suites) {
        return configuration
                .calibration()
                .map(file -> List.of(read(file)))
                .orElseGet(() -> examples(suites, configuration.seed()));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ModelException(
                    "the calibration text " + file.toAbsolutePath() + " can't be read (" + e
                            + "): name a plain text in UTF-8 with -Dcalibration=FILE",
                    e);
        }
    }

    private static List<String> examples(List<PlannedVariant> suites, long seed) {
        Set<String> examples = new LinkedHashSet<>();
        for (PlannedVariant planned : suites) {
            for (PlannedSubject subject : planned.suite().subjects()) {
                examples.addAll(new PromptBuilder(subject).examples());
            }
        }
        List<String> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
