package dev.touchstone.training;

import dev.touchstone.training.exam.Exam;
import dev.touchstone.training.exam.ExamSheet;
import dev.touchstone.training.export.HuggingFaceFolder;
import dev.touchstone.training.export.StoredType;
import dev.touchstone.training.model.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes the model whenever training may be evaluated, and asks it what it should know and what it can't know: the facts that are held back.
 *
 * @param log told everything
 * @param folder of the model
 * @param type how weights are stored
 * @param exam asks the sheets
 */
record ExportedModel(ProgressLog log, Path folder, StoredType type, Exam exam, List<ExamSheet> sheets)
        implements TrainingListener {

    @Override
    public void report(Report report) {
        log.report(report);
    }

    @Override
    public void checkpointed(Progress progress) {
        log.checkpointed(progress);
    }

    @Override
    public void evaluate(Progress progress, Supplier<Weights> weights) {
        Weights present = weights.get();
        List<Exam.Result> results = ask(present);
        try {
            HuggingFaceFolder written = new HuggingFaceFolder(folder);
            written.write(present, type);
            written.writeCard(ModelCard.text(present.shape(), progress, results));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the model can't be written to " + folder.toAbsolutePath() + ": " + e.getMessage()
                            + "; make room there, and go on from the checkpoint",
                    e);
        }
        log.line("the model of step " + progress.step() + " is in " + folder.toAbsolutePath());
        results.forEach(log::answered);
    }

    private List<Exam.Result> ask(Weights weights) {
        try (Learner learner = new Learner(weights, 1)) {
            return sheets.stream().map(sheet -> exam.ask(sheet, learner)).toList();
        }
    }
}
