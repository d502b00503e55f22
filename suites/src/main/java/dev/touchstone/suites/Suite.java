package dev.touchstone.suites;

import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.OutputType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark, as its {@code suite.yaml} describes it.
 *
 * @param id the name on the command line, such as {@code ceval}
 * @param title the name in reports, such as {@code C-Eval}
 * @param version the version of the reference implementation's task that this equals, such as {@code 2.0}
 * @param language BCP 47 tag of the items' language, such as {@code zh}
 * @param capability what it mainly measures; null if it does not say
 * @param split the split that is evaluated, such as {@code val}
 * @param defaultShots shots when none are asked for, at least 0
 * @param maximumShots how many shots the published shot files offer
 * @param groups in report order; empty when the suite has none
 * @param subjects in report order, at least one
 * @param tasks [subjects] what is asked of a model, by subject id
 * @param mini how the suite is run on mini items
 * @param otherSplits where the items of further splits are, by the split's name
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Suite(
        String id,
        String title,
        String version,
        String language,
        @Nullable Capability capability,
        String split,
        int defaultShots,
        int maximumShots,
        List<Group> groups,
        List<Subject> subjects,
        Map<String, Task> tasks,
        MiniDefaults mini,
        Map<String, OtherSplit> otherSplits) {

    /** With one split. */
    public Suite(
            String id,
            String title,
            String version,
            String language,
            @Nullable Capability capability,
            String split,
            int defaultShots,
            int maximumShots,
            List<Group> groups,
            List<Subject> subjects,
            Map<String, Task> tasks,
            MiniDefaults mini) {
        this(
                id,
                title,
                version,
                language,
                capability,
                split,
                defaultShots,
                maximumShots,
                groups,
                subjects,
                tasks,
                mini,
                Map.of());
    }

    /** The suite with the items of another split, or itself; empty if it has no such split. */
    public Optional<Suite> inSplit(String name) {
        @Nullable OtherSplit other = otherSplits.get(name);
        if (name.equals(split) || other == null) {
            return name.equals(split) ? Optional.of(this) : Optional.empty();
        }
        Map<String, Task> asked = new HashMap<>();
        tasks.forEach((subject, task) -> asked.put(subject, task.on(other)));
        return Optional.of(new Suite(
                id,
                title,
                version,
                language,
                capability,
                name,
                defaultShots,
                maximumShots,
                groups,
                subjects,
                asked,
                mini,
                Map.of()));
    }

    /** What is asked of a model in that subject, which is one of this suite's. */
    public Task task(Subject subject) {
        return Objects.requireNonNull(tasks.get(subject.id()), subject.id());
    }

    /** Whether its items are checks on the model itself, which need no data, and not questions to it. */
    public boolean isOfChecks() {
        return tasks.values().stream().allMatch(task -> task.outputType() == OutputType.CHECK);
    }

    /** Whether each subject can be asked in each of these forms. */
    public boolean hasForms(Collection<Form> forms) {
        return tasks.values().stream().allMatch(task -> task.forms().keySet().containsAll(forms));
    }

    /** The subject with that id. */
    public Optional<Subject> subject(String subjectId) {
        return subjects.stream().filter(s -> s.id().equals(subjectId)).findFirst();
    }

    /**
     * Where the items of a further split are.
     *
     * @param evaluation the file below the data folder; {@code {subject}} stands for the subject's id
     * @param columns names of its columns; without the one that holds the gold, when the publisher keeps the answers
     */
    public record OtherSplit(String evaluation, List<String> columns) {}

    /**
     * Some subjects that are reported together.
     *
     * @param id the name on the command line, such as {@code stem}
     * @param title the name in reports, such as {@code STEM}
     * @param subjects ids of its subjects, when they are in another group, too; null for those that name it as theirs
     */
    public record Group(String id, String title, @Nullable List<String> subjects) {

        /** Of the subjects that name it as theirs. */
        public Group(String id, String title) {
            this(id, title, null);
        }

        /** Whether a subject of its suite is one of its subjects. */
        public boolean has(Subject subject) {
            return subjects == null ? subject.group().equals(id) : subjects.contains(subject.id());
        }
    }

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
     * What holds for mini items when nothing else is asked for.
     *
     * @param form one of the tasks' forms
     * @param shots at least 0
     */
    public record MiniDefaults(Form form, int shots) {}
}
