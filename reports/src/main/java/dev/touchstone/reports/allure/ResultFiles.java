package dev.touchstone.reports.allure;

import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes Allure's results: for each subject its test, its items as CSV, and its first prompt. */
final class ResultFiles {

    private final FileSystemResultsWriter writer;
    private final RunResult result;
    private long time;

    ResultFiles(RunResult result, Path folder) {
        this.writer = new FileSystemResultsWriter(folder);
        this.result = result;
        this.time = result.run().started().toEpochMilli();
    }

    void write() throws IOException {
        for (SuiteResult suite : result.suites()) {
            for (SubjectResult subject : suite.subjects()) {
                write(suite, subject);
            }
        }
        for (GateResult gate : result.gates()) {
            writer.write(new GateCase(result.run(), gate).result(time));
        }
    }

    private void write(SuiteResult suite, SubjectResult subject) throws IOException {
        SubjectTest test = new SubjectTest(result.run(), suite, subject);
        TestResult written = test.result(time).setAttachments(attachments(test, subject));
        writer.write(written);
        time = written.getStop();
    }

    private List<Attachment> attachments(SubjectTest test, SubjectResult subject) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(attach(
                "items of " + subject.subject(),
                test.uuid("items") + "-attachment.csv",
                "text/csv",
                ItemsCsv.of(subject.items())));
        if (!subject.items().isEmpty() && !(subject.items().get(0).finding() instanceof Checked)) {
            String prompt = subject.items().get(0).prompt();
            attachments.add(attach("first prompt", test.uuid("prompt") + "-attachment.txt", "text/plain", prompt));
        }
        return attachments;
    }

    private Attachment attach(String name, String source, String type, String text) {
        writer.write(source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new Attachment().setName(name).setSource(source).setType(type);
    }
}
