package dev.touchstone.suites;

import dev.touchstone.suites.Suite.OtherSplit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a model in a subject. The subjects of most suites share one.
 *
 * @param outputType what the model is asked for
 * @param metrics names of the metrics, the headline one first, such as {@code acc}, {@code acc_norm}
 * @param forms how a prompt is built in each form that there is, the default one first
 * @param data where the published files are
 * @param generation how text is generated and read, by output type {@link OutputType#GENERATE_UNTIL} or when text is asked for; null if there is no
 *     way
 * @param scale the field with a real-valued gold, when the choices are the points of a scale; null otherwise
 * @param original the field with the text as published, whose words and bytes a perplexity is for; null unless the output type is
 *     {@link OutputType#LOGLIKELIHOOD_ROLLING}
 * @param shots how solved examples are chosen; null for the first ones of the file
 * @param cot how the model is asked to think before it answers; null if it never is
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Task(
        OutputType outputType,
        List<String> metrics,
        Map<Form, PromptTemplates> forms,
        DataLayout data,
        @Nullable Generation generation,
        @Nullable String scale,
        @Nullable String original,
        @Nullable Shots shots,
        @Nullable Cot cot) {

    /** Without the last one. */
    public Task(
            OutputType outputType,
            List<String> metrics,
            Map<Form, PromptTemplates> forms,
            DataLayout data,
            @Nullable Generation generation,
            @Nullable String scale,
            @Nullable String original,
            @Nullable Shots shots) {
        this(outputType, metrics, forms, data, generation, scale, original, shots, null);
    }

    /** What a model is asked for, by lm-evaluation-harness's names. */
    public enum OutputType {
        /** The log-likelihood of each choice. */
        MULTIPLE_CHOICE,
        /** The log-likelihood of the one right continuation, and whether it is what greedy decoding says. */
        LOGLIKELIHOOD,
        /** Text, until a stop string. */
        GENERATE_UNTIL,
        /** The log-likelihood of a whole text. */
        LOGLIKELIHOOD_ROLLING,
        /** The log-likelihood of the second half of each window of 512 tokens of a text, as llama.cpp has it. */
        LOGLIKELIHOOD_WINDOWS,
        /** Nothing: the model itself is looked into. */
        CHECK
    }

    /** How the choices of an item are put. */
    public enum Form {
        /** The prompt lists the options, and their letters are scored. */
        LETTERS,
        /** The prompt has no options, and each option's text is scored (OLMES, arXiv 2406.08446). */
        CLOZE,
        /** There are no choices. */
        OPEN
    }

    /** The same on the items of another split. */
    Task on(OtherSplit split) {
        DataLayout other = new DataLayout(
                split.evaluation(),
                data.shots(),
                data.format(),
                data.header(),
                split.columns(),
                data.subjectField(),
                data.choices(),
                data.choiceList(),
                data.gold(),
                data.goldValues(),
                data.goldIndex());
        return new Task(outputType, metrics, forms, other, generation, scale, original, shots, cot);
    }

    /** How solved examples are chosen. */
    public Shots shotsOrFirst() {
        return shots == null ? Shots.FIRST_OF_FILE : shots;
    }

    /** The form that is used when none is asked for. */
    public Form defaultForm() {
        return forms.keySet().iterator().next();
    }

    /** The scale that the choices are points of; only for a task with a {@link #scale}. */
    public Scale points() {
        return Scale.of(Objects.requireNonNull(forms.get(defaultForm())).choices());
    }

    /**
     * Jinja2 templates. They see the item's fields by name, and {@code subject} with {@code id}, {@code title} and {@code localTitle}.
     *
     * @param description rendered once at the beginning of the prompt
     * @param question one item without its answer
     * @param answer what the model should say after the question, as a shot shows it; null when that is the right choice
     * @param choices one template for each choice, as scored, without the delimiter; empty when there are no choices
     * @param answerDelimiter between question and answer
     * @param shotDelimiter after each shot
     * @param shot a solved example as a whole, with all delimiters; null when question, answer and delimiters make it
     * @param continuation what is scored after each choice, when the choices are in the question's place; null when the choices are scored
     */
    public record PromptTemplates(
            String description,
            String question,
            @Nullable String answer,
            List<String> choices,
            String answerDelimiter,
            String shotDelimiter,
            @Nullable String shot,
            @Nullable String continuation) {

        /** Without the last two. */
        public PromptTemplates(
                String description,
                String question,
                @Nullable String answer,
                List<String> choices,
                String answerDelimiter,
                String shotDelimiter) {
            this(description, question, answer, choices, answerDelimiter, shotDelimiter, null, null);
        }
    }

    /**
     * Where the published files are, below the data folder. {@code {subject}} in a path stands for the subject's id.
     *
     * @param evaluation the file with the items that are evaluated
     * @param shots the file with the shots, read only when there are to be any; null when the suite has none
     * @param format {@code csv}; {@code tsv} (a tab between columns, no quotes); {@code json} (an array, or one object a line); {@code parquet}; {@code text}
     *     (WikiText: a document for each heading of the first level); {@code whole} (the file is one item)
     * @param header whether a CSV or TSV file starts with a line of column names
     * @param columns names of the columns, in order; empty for those that the file has
     * @param subjectField the field that names an item's subject by its title, when one file holds several subjects; null otherwise
     * @param choices fields that hold the choices' texts, in the order in which they are scored
     * @param choiceList the JSON field that holds a list of texts, which become the fields {@code choices}; items may then have fewer of
     *     them; null otherwise
     * @param gold the field with the right answer, or empty when {@code goldIndex} says it for all items, or there are no choices
     * @param goldValues what {@link #gold} may hold, in the order of the choices, such as A, B, C, D
     * @param goldIndex the index of the right choice for all items, or -1
     * @param passage the field with the text that several questions may be about: their answers are not independent, and uncertainties say so; null
     *     when there is none
     */
    public record DataLayout(
            String evaluation,
            @Nullable String shots,
            String format,
            boolean header,
            List<String> columns,
            @Nullable String subjectField,
            List<String> choices,
            @Nullable String choiceList,
            String gold,
            List<String> goldValues,
            int goldIndex,
            @Nullable String passage) {

        /** Without a passage. */
        public DataLayout(
                String evaluation,
                @Nullable String shots,
                String format,
                boolean header,
                List<String> columns,
                @Nullable String subjectField,
                List<String> choices,
                @Nullable String choiceList,
                String gold,
                List<String> goldValues,
                int goldIndex) {
            this(
                    evaluation,
                    shots,
                    format,
                    header,
                    columns,
                    subjectField,
                    choices,
                    choiceList,
                    gold,
                    goldValues,
                    goldIndex,
                    null);
        }

        /** Whether the published items have no gold, because the publisher keeps the answers. */
        public boolean hidesGold() {
            return !gold.isEmpty() && !columns.isEmpty() && !columns.contains(gold);
        }

        /** There are no published files, because the items come with the suite. */
        public static DataLayout none() {
            return new DataLayout("", null, "none", false, List.of(), null, List.of(), null, "", List.of(), -1);
        }
    }

    /**
     * How the solved examples before a question are chosen, as lm-evaluation-harness's samplers do ({@code api/samplers.py}).
     *
     * @param draw the first ones, or a random draw for each item
     * @param apart what is kept apart from the item that is asked
     * @param examples fields of fixed examples, in place of a file; null when a file has them
     */
    public record Shots(Draw draw, Apart apart, @Nullable List<Map<String, String>> examples) {

        /** The first ones of the file. */
        public static final Shots FIRST_OF_FILE = new Shots(Draw.FIRST, Apart.NOTHING, null);
    }

    /** Which examples are taken. */
    public enum Draw {
        /** The first ones, the same for all items. */
        FIRST,
        /** A random draw for each item, one after the other from one seeded stream. */
        RANDOM
    }

    /** Which examples an item must not see. Unless that is none, a random draw takes one more than is needed. */
    public enum Apart {
        /** None: examples and items come from different files. */
        NOTHING,
        /** Those whose fields are the same, as far as both have them. */
        EQUAL,
        /** Those that are equal and have the same place in their file. */
        SAME_ROW
    }

    /**
     * How text is generated, and how an answer is read from it.
     *
     * @param until strings that end the text; they do not belong to it
     * @param maximumTokens most tokens to generate
     * @param gold a template for the right answer, which the extracted one is compared with
     * @param filters ways of reading an answer, the headline one first
     * @param alternatives a template for further right answers, one a line; null when there are none
     */
    public record Generation(
            List<String> until,
            int maximumTokens,
            String gold,
            List<Filter> filters,
            @Nullable String alternatives) {}

    /**
     * How a model is asked to think before it answers ("chain of thought"), in place of the form's description and question.
     *
     * @param description rendered once at the beginning of the prompt
     * @param question one item, with the request to think
     * @param generation how text is generated and read then
     */
    public record Cot(String description, String question, Generation generation) {}

    /**
     * One way of reading an answer from generated text.
     *
     * @param metric the metric that it counts for
     * @param extractor name of the extractor; null when {@code steps} are given
     * @param match name of the comparison of extracted answer and gold; null when {@code exact} is given
     * @param steps how the answer is read, one step after the other; null when an extractor is named
     * @param exact what an exact comparison passes over; null when a comparison is named
     */
    public record Filter(
            String metric,
            @Nullable String extractor,
            @Nullable String match,
            @Nullable List<Step> steps,
            @Nullable Exact exact) {

        /** With an extractor and a comparison by their names. */
        public static Filter named(String metric, String extractor, String match) {
            return new Filter(metric, extractor, match, null, null);
        }
    }

    /**
     * A step on the way from a text to an answer, by lm-evaluation-harness's names.
     *
     * @param function {@code regex}, {@code remove_whitespace}, {@code lowercase} or {@code uppercase}
     * @param pattern of {@code regex}: a regular expression of Python's
     * @param group of {@code regex}: which of the matches counts, from 0, or from -1 for the last one backwards; null for 0
     * @param fallback of {@code regex}: the answer when nothing matches; null when there is none then
     */
    public record Step(
            String function,
            @Nullable String pattern,
            @Nullable Integer group,
            @Nullable String fallback) {}

    /**
     * Equality but for what is passed over.
     *
     * @param ignoreCase upper and lower case
     * @param ignorePunctuation ASCII's punctuation
     * @param ignoreNumbers ASCII's digits
     * @param ignoring regular expressions of Python's, whose matches are removed from both sides first
     */
    public record Exact(boolean ignoreCase, boolean ignorePunctuation, boolean ignoreNumbers, List<String> ignoring) {}
}
