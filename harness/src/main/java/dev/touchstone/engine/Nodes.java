package dev.touchstone.engine;

import dev.touchstone.discovery.SuiteSelection;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.Planner;
import dev.touchstone.result.SuiteResult.Variant;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task.Form;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Creates the nodes of the tree from their unique ids; empty, with a problem noted, when an id names nothing that exists. */
final class Nodes {

    private final Selections selections;
    private final Map<UniqueId, List<Subject>> audited = new HashMap<>();

    Nodes(Selections selections) {
        this.selections = selections;
    }

    Optional<TestDescriptor> create(UniqueId id) {
        switch (id.getLastSegment().getType()) {
            case Segments.DATA:
                return Optional.of(
                        new ContainerDescriptor(id, id.getLastSegment().getValue()));
            case Segments.SUITE:
                return suite(id).map(suite -> new ContainerDescriptor(id, suite.title()));
            case Segments.VARIANT:
                return suite(id)
                        .flatMap(suite -> variant(id, suite)
                                .flatMap(variant -> planner(id)
                                        .map(planner -> new VariantDescriptor(
                                                id,
                                                suite,
                                                variant,
                                                planner.data().kind()))));
            case Segments.SUBJECT:
                return planned(id).map(planned -> new SubjectDescriptor(id, planned));
            case Segments.ITEM:
                return item(id);
            case Segments.AUDIT:
                return suite(id)
                        .filter(suite -> !suite.isOfChecks())
                        .flatMap(suite -> planner(id)
                                .map(planner -> new AuditDescriptor(
                                        id, suite, audited.getOrDefault(id, suite.subjects()), planner.data())));
            case Segments.CHECK:
                return suite(id).map(suite -> new CompletenessDescriptor(id, suite.id() + suffix(id)));
            default:
                return Optional.empty();
        }
    }

    /** Whether data are looked over, and no model is evaluated. */
    boolean isAudit() {
        return selections.isAudit();
    }

    /** The audit of a suite's selected subjects; of a subject of which single items are selected, all items. */
    DiscoverySelector audit(UniqueId suite, List<SuiteSelection> selected) {
        UniqueId id = suite.append(Segments.AUDIT, "data");
        audited.put(
                id,
                selected.stream()
                        .flatMap(selection -> selection.subjects().stream())
                        .distinct()
                        .toList());
        return DiscoverySelectors.selectUniqueId(id);
    }

    /** The suite that an id is in. */
    Optional<Suite> suite(UniqueId id) {
        String name = value(id, Segments.SUITE);
        Optional<Suite> suite = selections.suite(name);
        if (suite.isEmpty()) {
            selections.unknown("suite", name);
        }
        return suite;
    }

    /** All variants of the suite that an id is in, in their order. */
    List<Variant> variants(UniqueId id) {
        return suite(id).map(selections::variants).orElseGet(List::of);
    }

    /** The variant that an id is in. */
    private Optional<Variant> variant(UniqueId id, Suite suite) {
        String name = value(id, Segments.VARIANT);
        Optional<Variant> variant = selections.variants(suite).stream()
                .filter(v -> v.id().equals(name))
                .findFirst();
        if (variant.isEmpty()) {
            selections.unknownVariant(suite, name);
        }
        return variant;
    }

    /** The form that an id's variant is in, when the suite runs in both. */
    private Optional<Form> form(UniqueId id, Suite suite) {
        return variant(id, suite)
                .filter(variant -> !variant.form().isEmpty())
                .map(variant -> Form.valueOf(variant.form().toUpperCase(Locale.ROOT)));
    }

    /** Tells tests of the same item apart in tools that show names only; nothing for the model as it is. */
    private static String suffix(UniqueId id) {
        String variant = value(id, Segments.VARIANT);
        return variant.equals(ModelOptions.NATIVE) ? "" : " [" + variant + "]";
    }

    /** What runs of the subject that an id is in. */
    Optional<PlannedSubject> planned(UniqueId id) {
        String name = value(id, Segments.SUBJECT);
        Optional<Suite> suite = suite(id);
        if (suite.isPresent() && suite.get().subject(name).isEmpty()) {
            selections.unknown("subject", name);
        }
        return suite.flatMap(s -> s.subject(name)
                .flatMap(subject -> planner(id).flatMap(planner -> planner.plan(s, subject, form(id, s)))));
    }

    /** Plans with the data that an id is about; its suite must exist. */
    Optional<Planner> planner(UniqueId id) {
        Optional<Suite> suite = selections.suite(value(id, Segments.SUITE));
        if (suite.filter(Suite::isOfChecks).isPresent()) {
            return Optional.of(selections.checkPlanner());
        }
        Optional<Planner> own = suite.flatMap(selections::ownPlanner);
        if (own.isPresent()) {
            return own;
        }
        String folder = value(id, Segments.DATA);
        return selections.planner(folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder)));
    }

    private Optional<TestDescriptor> item(UniqueId id) {
        int index = Integer.parseInt(id.getLastSegment().getValue());
        return suite(id)
                .flatMap(suite -> suite.subject(value(id, Segments.SUBJECT))
                        .flatMap(subject -> planner(id)
                                .flatMap(planner -> planner.planItem(suite, subject, form(id, suite), index))))
                .map(planned -> new ItemDescriptor(id, planned, planned.items().get(0), suffix(id)));
    }

    private static String value(UniqueId id, String type) {
        return id.getSegments().stream()
                .filter(segment -> segment.getType().equals(type))
                .map(UniqueId.Segment::getValue)
                .findFirst()
                .orElse("");
    }
}
