package dev.touchstone.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** The suites of a run that have not ended yet. Gates wait for all of them. */
final class OpenSuites {

    private final Set<UniqueId> open = new HashSet<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** Opens all suites below the root of a tree. */
    synchronized void open(TestDescriptor root) {
        root.accept(node -> {
            if (node instanceof VariantDescriptor) {
                open.add(node.getUniqueId());
            }
        });
        completeWhenNoneIsOpen();
    }

    /** A node has ended, in whatever way, and with it what is below it. */
    synchronized void ended(TestDescriptor node) {
        node.accept(below -> open.remove(below.getUniqueId()));
        completeWhenNoneIsOpen();
    }

    /** Waits for all suites. In a fork-join pool another worker takes this one's place meanwhile. */
    void await() {
        done.join();
    }

    private void completeWhenNoneIsOpen() {
        if (open.isEmpty()) {
            done.complete(null);
        }
    }
}
