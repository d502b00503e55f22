package dev.touchstone.suites.builtin;

import dev.touchstone.suites.Suite.Group;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the types of a suite's description cannot say. */
final class SuiteCheck {

    private final List<String> problems = new ArrayList<>();

    private SuiteCheck() {}

    static List<String> problems(SuiteYaml.Content suite, List<Subject> subjects) {
        SuiteCheck check = new SuiteCheck();
        check.checkNumbers(suite);
        check.checkSubjects(suite.groups(), subjects);
        check.checkTasks(suite, subjects);
        return check.problems.stream().distinct().toList();
    }

    private void checkNumbers(SuiteYaml.Content suite) {
        if (!suite.id().matches("[a-z0-9_]+")) {
            problems.add("key 'id' is '" + suite.id() + "'; legal: a-z, 0-9 and _");
        }
        if (suite.defaultShots() < 0 || suite.defaultShots() > suite.maximumShots()) {
            problems.add("key 'defaultShots' is " + suite.defaultShots() + "; legal: 0 to maximumShots, which is "
                    + suite.maximumShots());
        }
    }

    private void checkSubjects(List<Group> groups, List<Subject> subjects) {
        List<String> legal = groups.stream().map(Group::id).toList();
        Set<String> seen = new HashSet<>();
        for (Subject subject : subjects) {
            if (!seen.add(subject.id())) {
                problems.add("key 'subjects' has '" + subject.id() + "' twice");
            }
            if (!legal.contains(subject.group())
                    && !(legal.isEmpty() && subject.group().isEmpty())) {
                problems.add("key 'subjects' has '" + subject.id() + "' in group '" + subject.group() + "'; legal: "
                        + String.join(", ", legal));
            }
        }
        for (Group group : groups) {
            Stream.ofNullable(group.subjects())
                    .flatMap(List::stream)
                    .filter(id -> !seen.contains(id))
                    .forEach(id -> problems.add("key 'groups' has subject '" + id + "' in group '" + group.id()
                            + "', which the table of subjects does not have"));
        }
        if (subjects.isEmpty()) {
            problems.add("key 'subjects' names a table without subjects");
        }
    }

    private void checkTasks(SuiteYaml.Content suite, List<Subject> subjects) {
        suite.tasks(subjects).forEach((subject, task) -> {
            if (task == null) {
                problems.add("subject '" + subject + "' has no task; write one in key 'tasks', or key 'task' for all");
            } else {
                problems.addAll(TaskCheck.problems(task));
                checkShots(suite, task);
                checkMini(suite, task);
            }
        });
        if (suite.tasks() != null) {
            List<String> ids = subjects.stream().map(Subject::id).toList();
            suite.tasks().keySet().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> problems.add(
                            "key 'tasks' has '" + id + "', which is no subject; legal: " + String.join(", ", ids)));
        }
    }

    private void checkShots(SuiteYaml.Content suite, Task task) {
        @Nullable List<Map<String, String>> examples = task.shotsOrFirst().examples();
        if (task.data().shots() == null && examples == null && suite.maximumShots() > 0) {
            problems.add("key 'maximumShots' is " + suite.maximumShots()
                    + ", but key 'data.shots' names no file, and key 'shots.examples' has none");
        }
        if (examples != null && examples.size() < suite.maximumShots()) {
            problems.add("key 'maximumShots' is " + suite.maximumShots() + ", but key 'shots.examples' has "
                    + examples.size());
        }
    }

    private void checkMini(SuiteYaml.Content suite, Task task) {
        if (!task.forms().containsKey(suite.mini().form())) {
            problems.add("key 'mini.form' is '" + lower(suite.mini().form()) + "'; legal: "
                    + String.join(
                            ", ",
                            task.forms().keySet().stream()
                                    .map(SuiteCheck::lower)
                                    .toList()));
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
