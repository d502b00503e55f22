package dev.touchstone.reports.allure;

import dev.touchstone.reports.Names;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The checks of a subject as Markdown: what was stated, whether it holds, and the evidence. */
final class CheckDescription {

    private CheckDescription() {}

    static String of(SubjectResult subject, SuiteResult suite) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + Names.of(subject) + "**, " + Names.of(suite));
        lines.add("");
        lines.add("| statement | | evidence |");
        lines.add("|:--|:--|:--|");
        for (ItemResult check : subject.items()) {
            lines.add("| " + cell(check.prompt()) + " | " + check.findingInWords() + " | " + cell(Names.evidence(check))
                    + " |");
        }
        return String.join("\n", lines);
    }

    /** The evidence of all checks, a line each. */
    static String evidence(SubjectResult subject) {
        return subject.items().stream().map(Names::answer).collect(Collectors.joining("\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
