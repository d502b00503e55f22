package dev.touchstone.run;

import dev.touchstone.model.DecoderShape;
import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelDescription;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives the model one subject after another, in the order in which they were queued, on a thread of its own. */
final class ModelQueue implements AutoCloseable {

    private final VariantModels models;
    private volatile @Nullable ModelDescription first;
    private final Map<String, DecoderShape> shapes = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "touchstone-model");
        thread.setDaemon(true);
        return thread;
    });

    /** @param models closed by {@link #close}, and used by this queue only */
    ModelQueue(VariantModels models) {
        this.models = models;
    }

    /**
     * Loads the model in a precision and waits until it is there.
     *
     * @throws RuntimeException if it can't be loaded
     */
    ModelDescription load(String precision) {
        try {
            ModelDescription loaded = CompletableFuture.supplyAsync(() -> describe(precision), executor)
                    .join();
            first = first == null ? loaded : first;
            return loaded;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private ModelDescription describe(String precision) {
        LanguageModel model = models.get(precision);
        if (model instanceof InspectableModel inspectable) {
            shapes.put(precision, inspectable.shape());
        }
        return model.description();
    }

    /** The shape of the model that was loaded in a precision; null if none was, or it does not tell. */
    @Nullable
    DecoderShape shape(String precision) {
        return shapes.get(precision);
    }

    /** The model that was loaded first, which says what all the variants are made of. */
    ModelDescription first() {
        return Objects.requireNonNull(first, "no model was loaded");
    }

    /** Queues a task, which asks for the model when its turn comes; asking may fail. */
    void submit(String precision, Consumer<Supplier<LanguageModel>> task) {
        executor.execute(() -> runQuietly(() -> task.accept(() -> models.get(precision))));
    }

    /** Waits for nothing: what is queued is given up, what runs ends with its request. Then the model is closed. */
    @Override
    public void close() {
        executor.shutdownNow();
        models.close();
    }

    /** A task reports its failure to those who wait for its results; the thread goes on with the next task. */
    private static void runQuietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            System.getLogger(ModelQueue.class.getName()).log(System.Logger.Level.DEBUG, "a subject failed", e);
        }
    }
}
