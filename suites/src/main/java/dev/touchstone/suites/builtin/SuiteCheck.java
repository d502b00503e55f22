package dev.touchstone.suites.builtin;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.DataLayout;
import dev.touchstone.suites.Suite.Group;
import dev.touchstone.suites.Suite.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the types of a suite's description cannot say. */
final class SuiteCheck {

    private static final List<String> FORMATS = List.of("csv", "json");

    private final List<String> problems = new ArrayList<>();

    private SuiteCheck() {}

    static List<String> problems(Suite suite) {
        SuiteCheck check = new SuiteCheck();
        check.checkNumbers(suite);
        check.checkSubjects(suite);
        check.checkData(suite.data(), suite.prompt().choices().size());
        return check.problems;
    }

    private void checkNumbers(Suite suite) {
        if (!suite.id().matches("[a-z0-9_]+")) {
            problems.add("key 'id' is '" + suite.id() + "'; legal: a-z, 0-9 and _");
        }
        if (suite.defaultShots() < 0 || suite.defaultShots() > suite.maximumShots()) {
            problems.add("key 'defaultShots' is " + suite.defaultShots() + "; legal: 0 to maximumShots, which is "
                    + suite.maximumShots());
        }
        if (suite.data().shots() == null && suite.maximumShots() > 0) {
            problems.add("key 'maximumShots' is " + suite.maximumShots() + ", but key 'data.shots' names no file");
        }
        if (suite.metrics().isEmpty()) {
            problems.add("key 'metrics' is empty; name the headline metric first");
        }
    }

    private void checkSubjects(Suite suite) {
        List<String> groups = suite.groups().stream().map(Group::id).toList();
        Set<String> seen = new HashSet<>();
        for (Subject subject : suite.subjects()) {
            if (!seen.add(subject.id())) {
                problems.add("key 'subjects' has '" + subject.id() + "' twice");
            }
            if (!groups.contains(subject.group())
                    && !(groups.isEmpty() && subject.group().isEmpty())) {
                problems.add("key 'subjects' has '" + subject.id() + "' in group '" + subject.group() + "'; legal: "
                        + String.join(", ", groups));
            }
        }
        if (suite.subjects().isEmpty()) {
            problems.add("key 'subjects' names a table without subjects");
        }
    }

    private void checkData(DataLayout data, int choices) {
        if (!FORMATS.contains(data.format())) {
            problems.add("key 'data.format' is '" + data.format() + "'; legal: " + String.join(", ", FORMATS));
        }
        if (!data.columns().containsAll(data.choices())) {
            problems.add("key 'data.choices' names a field that is not among 'data.columns'");
        }
        boolean column =
                data.columns().contains(data.gold()) && data.goldValues().size() == choices && data.goldIndex() == -1;
        boolean index = data.gold().isEmpty() && data.goldIndex() >= 0 && data.goldIndex() < choices;
        if (!column && !index) {
            problems.add("key 'data.gold' must name a column, with one of 'data.goldValues' for each of the " + choices
                    + " choices and 'data.goldIndex' -1; or be empty, with 'data.goldIndex' from 0 to "
                    + (choices - 1));
        }
    }
}
