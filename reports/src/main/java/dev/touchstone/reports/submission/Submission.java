package dev.touchstone.reports.submission;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.reports.Names;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import java.io.IOException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code submission-SUITE-VARIANT.json} for a finished suite whose answers the publisher keeps, as C-Eval's leaderboard takes it
 * (github.com/hkust-nlp/ceval, "How to Submit"): {@code {"law": {"0": "A", "1": "C"}}}, letters by subject and by the item's id in the published
 * file. Items that could not be evaluated are left out.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Submission implements ReportWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public String id() {
        return "submission";
    }

    @Override
    public void write(RunResult result) throws IOException {
        for (SuiteResult suite : result.suites()) {
            if (suite.finished() && hasHiddenAnswers(suite)) {
                RunFiles.write(
                        result.run().folder().resolve(RunFiles.submission(suite)),
                        JSON.writeValueAsString(answers(suite)) + "\n");
            }
        }
    }

    private static boolean hasHiddenAnswers(SuiteResult suite) {
        return suite.subjects().stream()
                .flatMap(subject -> subject.items().stream())
                .anyMatch(item -> item.finding() instanceof Chosen chosen && !chosen.isJudged());
    }

    private static ObjectNode answers(SuiteResult suite) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (SubjectResult subject : suite.subjects()) {
            ObjectNode letters = node.putObject(subject.subject());
            for (ItemResult item : subject.items()) {
                if (item.finding() instanceof Chosen chosen) {
                    letters.put(Integer.toString(item.index()), Names.choice(chosen.answer()));
                }
            }
        }
        return node;
    }
}
