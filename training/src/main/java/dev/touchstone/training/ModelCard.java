package dev.touchstone.training;

import dev.touchstone.training.exam.Exam;
import dev.touchstone.training.model.ModelShape;
import java.util.List;
import java.util.Locale;

/** What people read first about a model, in Markdown with Hugging Face's header. */
final class ModelCard {

    private ModelCard() {}

    /**
     * The card.
     *
     * @param results of exams at that moment
     */
    static String text(ModelShape shape, Progress progress, List<Exam.Result> results) {
        StringBuilder text = new StringBuilder("""
                ---
                license: apache-2.0
                language: [en, zh]
                pipeline_tag: text-generation
                ---

                # The built-in model of Touchstone

                """);
        text.append(format(
                "A Llama-style decoder of %,d parameters, trained from the lessons of Touchstone's mini suites: %,d steps, %,d tokens.%n"
                        + "It answers mini items and is of no use for anything else.%n%n",
                shape.parameters(), progress.step(), progress.tokens()));
        text.append(
                "Questions in the cloze form; no lesson asks a mini item in its words, or tells a held-back fact:\n\n");
        text.append("| questions about | right | of | share % | chance % |\n|---|---|---|---|---|\n");
        results.forEach(result -> text.append(row(result)));
        return text.toString();
    }

    private static String row(Exam.Result result) {
        return format(
                "| %s | %d | %d | %.1f | %.1f |%n",
                result.title(),
                result.right(),
                result.asked(),
                100.0 * result.right() / result.asked(),
                100 * result.chance());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace(System.lineSeparator(), "\n");
    }
}
