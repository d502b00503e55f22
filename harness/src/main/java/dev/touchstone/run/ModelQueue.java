package dev.touchstone.run;

import dev.touchstone.model.LanguageModel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Gives the model one subject after another, in the order in which they were queued, on a thread of its own. */
final class ModelQueue implements AutoCloseable {

    private final LanguageModel model;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "touchstone-model");
        thread.setDaemon(true);
        return thread;
    });

    ModelQueue(LanguageModel model) {
        this.model = model;
    }

    void submit(Consumer<LanguageModel> task) {
        executor.execute(() -> runQuietly(task));
    }

    /** Waits for nothing: what is queued is given up, what runs ends with its request. Then the model is closed. */
    @Override
    public void close() {
        executor.shutdownNow();
        model.close();
    }

    /** A task reports its failure to those who wait for its results; the thread goes on with the next task. */
    private void runQuietly(Consumer<LanguageModel> task) {
        try {
            task.accept(model);
        } catch (RuntimeException | Error e) {
            System.getLogger(ModelQueue.class.getName()).log(System.Logger.Level.DEBUG, "a subject failed", e);
        }
    }
}
