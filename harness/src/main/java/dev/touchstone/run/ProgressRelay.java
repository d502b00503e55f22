package dev.touchstone.run;

import dev.touchstone.report.ProgressListener;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Tells all progress listeners, one call at a time. */
final class ProgressRelay {

    private final List<ProgressListener> listeners;

    ProgressRelay(List<ProgressListener> listeners) {
        this.listeners = listeners;
    }

    /** New instances of all listeners on the class path. */
    static ProgressRelay load() {
        return new ProgressRelay(
                ServiceLoader.load(ProgressListener.class, ProgressRelay.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    synchronized void relay(Consumer<ProgressListener> event) {
        listeners.forEach(event);
    }
}
