package dev.touchstone.run;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelOptions.Attention;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.plan.WindowLimit;
import dev.touchstone.suites.Item;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A digest over everything that a run's results depend on: model, data, items, shots, versions. Threads and SIMD are no part of it. */
final class RunKey {

    private final MessageDigest digest;

    private RunKey() {
        this.digest = sha256();
    }

    static String of(
            ModelDescription model,
            String harnessVersion,
            List<PlannedVariant> suites,
            RunConfiguration configuration) {
        RunKey key = new RunKey();
        key.add(model.name());
        key.add(model.fingerprint());
        key.add(harnessVersion);
        // What the model chooses by itself is a matter of its version.
        if (configuration.attention() != Attention.AUTO) {
            key.add("kernel " + configuration.attention());
        }
        configuration.calibration().ifPresent(file -> key.add("calibration " + CalibrationTexts.read(file)));
        for (PlannedVariant planned : suites) {
            PlannedSuite suite = planned.suite();
            key.add(planned.variant().id());
            key.add(suite.suite().id() + " " + suite.suite().version());
            suite.subjects().forEach(key::addSubject);
        }
        return HexFormat.of().formatHex(key.digest.digest());
    }

    /** Hex digest over the data files of all subjects, in order. */
    static String ofData(PlannedSuite suite) {
        RunKey key = new RunKey();
        suite.subjects().forEach(subject -> key.add(subject.dataSha256()));
        return HexFormat.of().formatHex(key.digest.digest());
    }

    private void addSubject(PlannedSubject subject) {
        add(subject.subject().id());
        add(subject.dataSha256());
        add("form " + subject.form());
        add("asking " + subject.asking());
        add("metrics " + subject.metrics());
        add(subject.task().toString());
        add("shots " + subject.shots().count());
        if (!subject.shots().areShared()) {
            subject.items().forEach(item -> add(indexes(subject.shots().of(item))));
        }
        add(indexes(subject.items()));
        subject.items().stream()
                .mapToInt(WindowLimit::of)
                .filter(windows -> windows < Integer.MAX_VALUE)
                .forEach(windows -> add("windows " + windows));
    }

    private static String indexes(List<Item> items) {
        return items.stream().map(Item::index).toList().toString();
    }

    /** Adds a text and its end, so that no two lists of texts look alike. */
    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
