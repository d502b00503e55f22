package dev.touchstone.suites.mini.sums;

import dev.touchstone.suites.Item;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** How a suite writes problems: its published fields, and calculations in them. */
enum Notation {
    /** Fields question and answer; calculations carry marks ({@code 6*7 = <<6*7=42>>42}); the last line is {@code #### 42}. */
    GSM8K {
        @Override
        String calculation(String left, String result) {
            String dense = left.replace(" ", "");
            return dense + " = <<" + dense + "=" + result + ">>" + result;
        }

        @Override
        Map<String, String> fields(String subject, Drawing drawing, Random random) {
            SumTemplate template = drawing.template();
            Wording wording = new Wording(drawing, this);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("question", wording.plain(any(template, random)));
            fields.put(
                    "answer",
                    template.steps().stream()
                                    .map(step -> wording.plain(step) + "\n")
                                    .collect(Collectors.joining())
                            + "#### "
                            + wording.plain(template.answer()));
            return fields;
        }
    },

    /**
     * Fields problem, level, type and solution as published, and {@code lesson}: what the built-in model is taught to write after
     * {@code Answer:}, with no dollar sign but those around the final answer, because the text between the first and the last one counts.
     */
    MATH {
        @Override
        String calculation(String left, String result) {
            return left + " = " + result;
        }

        @Override
        Map<String, String> fields(String subject, Drawing drawing, Random random) {
            SumTemplate template = drawing.template();
            Wording wording = new Wording(drawing, this);
            String answer = wording.latex(template.answer());
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("problem", wording.latex(any(template, random)));
            fields.put("level", "Level " + template.level());
            fields.put("type", TYPES.get(subject));
            fields.put("solution", wording.latex(template.solution()).replace("\\boxed{}", "\\boxed{" + answer + "}"));
            fields.put(
                    "lesson",
                    template.steps().stream().map(wording::plain).collect(Collectors.joining(", ", " ", ". ")) + "$"
                            + answer + "$");
            return fields;
        }
    };

    private static final Map<String, String> TYPES = Map.of(
            "algebra", "Algebra",
            "counting_and_probability", "Counting & Probability",
            "geometry", "Geometry",
            "intermediate_algebra", "Intermediate Algebra",
            "number_theory", "Number Theory",
            "prealgebra", "Prealgebra",
            "precalculus", "Precalculus");

    /** A calculation with its result. */
    abstract String calculation(String left, String result);

    /** The published fields of a problem. */
    abstract Map<String, String> fields(String subject, Drawing drawing, Random random);

    /** The problem as an item; it is answered by generating text, so that no choice is the right one. */
    final Item item(int index, String subject, Drawing drawing, Random random) {
        Path file = Path.of(SumTable.name(name().toLowerCase(Locale.ROOT), subject));
        return new Item(index, fields(subject, drawing, random), -1, file, 1);
    }

    private static String any(SumTemplate template, Random random) {
        return template.problem().get(random.nextInt(template.problem().size()));
    }
}
