package dev.touchstone.training;

import dev.touchstone.training.export.HuggingFaceFolder;
import dev.touchstone.training.export.StoredType;
import dev.touchstone.training.model.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Writes the model of the moment whenever training may be evaluated, so that it can be looked at meanwhile.
 *
 * @param log told everything
 * @param folder of the model
 * @param type how weights are stored
 */
record ExportedModel(ProgressLog log, Path folder, StoredType type) implements TrainingListener {

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
        try {
            new HuggingFaceFolder(folder).write(weights.get(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the model can't be written to " + folder.toAbsolutePath() + ": " + e.getMessage()
                            + "; make room there, and go on from the checkpoint",
                    e);
        }
        log.line("the model of step " + progress.step() + " is in " + folder.toAbsolutePath());
    }
}
