package dev.touchstone.run;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The model in the precision that is needed, one at a time: before another is loaded the one before is closed. For one thread. */
final class VariantModels implements AutoCloseable {

    private final RunConfiguration configuration;
    private final List<PlannedVariant> suites;
    private final ProgressRelay progress;
    private @Nullable String precision;
    private @Nullable LanguageModel model;
    private @Nullable String fingerprint;

    /** @param suites all that the models will answer */
    VariantModels(RunConfiguration configuration, List<PlannedVariant> suites, ProgressRelay progress) {
        this.configuration = configuration;
        this.suites = suites;
        this.progress = progress;
    }

    /**
     * The model in a precision, loaded if another one is in memory.
     *
     * @throws ModelException if it can't be loaded, or if its stored weights are no longer those of the models before
     */
    LanguageModel get(String wanted) {
        if (model == null || !wanted.equals(precision)) {
            close();
            LanguageModel loaded = load(wanted);
            model = loaded;
            precision = wanted;
            requireSameWeights(loaded.description().fingerprint());
        }
        return model;
    }

    private LanguageModel load(String wanted) {
        Models models = Models.load();
        String name = models.chosen(configuration).orElseThrow();
        progress.relay(listener -> listener.modelLoading(name));
        long start = System.nanoTime();
        LanguageModel loaded = models.open(name, options(wanted, models.needsCalibration(name, wanted)));
        long nanos = System.nanoTime() - start;
        progress.relay(listener -> listener.modelLoaded(loaded.description(), nanos));
        return loaded;
    }

    private ModelOptions options(String wanted, boolean calibrated) {
        return new ModelOptions(
                configuration.threads(),
                configuration.simd(),
                configuration.attention(),
                configuration.memory(),
                wanted,
                calibrated ? CalibrationTexts.of(configuration, suites) : List.of());
    }

    private void requireSameWeights(String loaded) {
        if (fingerprint != null && !fingerprint.equals(loaded)) {
            close();
            throw new ModelException("the weights of "
                    + Models.load().chosen(configuration).orElseThrow()
                    + " changed while the run went on: their fingerprint was " + fingerprint + " and is now " + loaded
                    + "; copy the model to where nothing writes to it, and run again");
        }
        fingerprint = loaded;
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
            model = null;
            precision = null;
        }
    }
}
