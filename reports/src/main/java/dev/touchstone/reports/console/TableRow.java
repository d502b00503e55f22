package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Names;
import dev.touchstone.result.GroupResult;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a line of the results table is about.
 *
 * @param level TOTAL, GROUP or SUBJECT
 * @param name its name, indented
 * @param localName its name in the suite's language, or empty
 * @param metrics estimates by metric name
 * @param outcomes counts
 * @param cut items whose prompt was cut
 */
record TableRow(
        Level level, String name, String localName, Map<String, Estimate> metrics, OutcomeCounts outcomes, long cut) {

    enum Level {
        TOTAL,
        GROUP,
        SUBJECT
    }

    private static final String INDENT = "  ";

    /** Each group with its subjects below it, then the subjects without a group, then the total; one line if there is one subject. */
    static List<TableRow> of(SuiteResult suite) {
        if (suite.subjects().size() == 1) {
            return List.of(subject(suite.subjects().get(0), ""));
        }
        List<TableRow> rows = new ArrayList<>();
        for (GroupResult group : suite.groups()) {
            List<SubjectResult> members = members(suite, group);
            rows.add(new TableRow(Level.GROUP, group.title(), "", group.metrics(), group.outcomes(), cut(members)));
            members.forEach(member -> rows.add(subject(member, INDENT)));
        }
        suite.subjects().stream()
                .filter(subject -> suite.groups().stream().noneMatch(group -> isIn(subject, group)))
                .forEach(subject -> rows.add(subject(subject, "")));
        rows.add(total(suite));
        return rows;
    }

    private static List<SubjectResult> members(SuiteResult suite, GroupResult group) {
        return suite.subjects().stream().filter(subject -> isIn(subject, group)).toList();
    }

    private static boolean isIn(SubjectResult subject, GroupResult group) {
        return subject.group().equals(group.group());
    }

    private static TableRow subject(SubjectResult subject, String indent) {
        String local = Names.hasLocalName(subject) ? subject.localTitle() : "";
        return new TableRow(
                Level.SUBJECT,
                indent + subject.title(),
                local,
                subject.metrics(),
                subject.outcomes(),
                cut(List.of(subject)));
    }

    private static TableRow total(SuiteResult suite) {
        return new TableRow(Level.TOTAL, Names.of(suite), "", suite.metrics(), suite.outcomes(), cut(suite.subjects()));
    }

    private static long cut(List<SubjectResult> subjects) {
        return subjects.stream()
                .flatMap(subject -> subject.items().stream())
                .map(ItemResult::tokens)
                .filter(tokens -> tokens.truncated() > 0)
                .count();
    }
}
