package dev.touchstone.suites;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A benchmark, as its {@code suite.yaml} describes it.
 *
 * @param id the name on the command line, such as {@code ceval}
 * @param title the name in reports, such as {@code C-Eval}
 * @param version the version of the reference implementation's task that this equals, such as {@code 2.0}
 * @param language BCP 47 tag of the items' language, such as {@code zh}
 * @param split the split that is evaluated, such as {@code val}
 * @param defaultShots shots when none are asked for, at least 0
 * @param maximumShots how many shots the published shot files offer
 * @param metrics names of the metrics, the headline one first, such as {@code acc}, {@code acc_norm}
 * @param groups in report order; empty when the suite has none
 * @param subjects in report order, at least one
 * @param prompt how a prompt is built
 * @param data where the published files are
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Suite(
        String id,
        String title,
        String version,
        String language,
        String split,
        int defaultShots,
        int maximumShots,
        List<String> metrics,
        List<Group> groups,
        List<Subject> subjects,
        PromptTemplates prompt,
        DataLayout data) {

    /** The subject with that id. */
    public Optional<Subject> subject(String subjectId) {
        return subjects.stream().filter(s -> s.id().equals(subjectId)).findFirst();
    }

    /**
     * Some subjects that are reported together.
     *
     * @param id the name on the command line, such as {@code stem}
     * @param title the name in reports, such as {@code STEM}
     */
    public record Group(String id, String title) {}

    /**
     * One subject.
     *
     * @param id the name on the command line and in file names, such as {@code law}
     * @param title the name in reports, in English
     * @param localTitle the name in the suite's own language, such as {@code 法学}; equals {@code title} for English suites
     * @param group the id of its group, or empty
     */
    public record Subject(String id, String title, String localTitle, String group) {}

    /**
     * Jinja2 templates. They see the item's fields by name, and {@code subject} with {@code id}, {@code title} and {@code localTitle}.
     *
     * @param description rendered once at the beginning of the prompt
     * @param question one item without its answer
     * @param answer what the model should say after the question, as a shot shows it
     * @param choices one template for each choice, as scored, without the delimiter
     * @param answerDelimiter between question and answer
     * @param shotDelimiter after each shot
     */
    public record PromptTemplates(
            String description,
            String question,
            String answer,
            List<String> choices,
            String answerDelimiter,
            String shotDelimiter) {}

    /**
     * Where the published files are, below the data folder. {@code {subject}} in a path stands for the subject's id.
     *
     * @param evaluation the file with the items that are evaluated
     * @param shots the file with the shots; null when the suite has none
     * @param format {@code csv} with columns by {@code columns}, or {@code json} (an array, or one object a line)
     * @param header whether a CSV file starts with a line of column names
     * @param columns names of the columns, in order
     * @param choices fields that hold the choices' texts, in the order in which they are scored
     * @param gold the field with the right answer, or empty when {@code goldIndex} says it for all items
     * @param goldValues what {@link #gold} may hold, in the order of the choices, such as A, B, C, D
     * @param goldIndex the index of the right choice for all items, or -1
     */
    public record DataLayout(
            String evaluation,
            @org.jspecify.annotations.Nullable String shots,
            String format,
            boolean header,
            List<String> columns,
            List<String> choices,
            String gold,
            List<String> goldValues,
            int goldIndex) {}
}
