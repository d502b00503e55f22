package dev.touchstone.reports.json;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.RunResult;
import dev.touchstone.suites.audit.DataAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code results.json} into the run's folder. Equal runs give equal files, except for the run's id, its time and its
 * performance: keys stand in a fixed order. The file is complete or absent, never half written.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ResultsJson implements ReportWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public String id() {
        return "results";
    }

    @Override
    public void write(RunResult result) throws IOException {
        String text = JSON.writeValueAsString(RunNode.of(result)) + "\n";
        RunFiles.write(result.run().folder().resolve(RunFiles.RESULTS), text);
    }

    @Override
    public void writeAudits(List<DataAudit> audits, Path folder) throws IOException {
        RunFiles.write(folder.resolve(RunFiles.AUDIT), JSON.writeValueAsString(AuditNode.all(audits)) + "\n");
    }
}
