package dev.touchstone.reports.json;

import dev.touchstone.reports.Names;
import dev.touchstone.suites.audit.DataAudit;
import dev.touchstone.suites.audit.DataAudit.Longest;
import dev.touchstone.suites.audit.DataAudit.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An audit of a suite's data in {@code audit.json}. */
final class AuditNode {

    private AuditNode() {}

    static ObjectNode all(List<DataAudit> audits) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", RunNode.SCHEMA);
        ArrayNode suites = root.putArray("suites");
        audits.forEach(audit -> suites.add(of(audit)));
        return root;
    }

    private static ObjectNode of(DataAudit audit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("suite", audit.suite()).put("title", audit.title()).put("data", audit.data());
        ArrayNode parts = node.putArray("subjects");
        audit.parts()
                .forEach(part -> parts.addObject()
                        .put("subject", part.subject())
                        .put("split", part.split())
                        .put("items", part.items())
                        .put("shots", part.shots()));
        ArrayNode labels = node.putArray("labels");
        audit.labels()
                .forEach(balance ->
                        labels.addObject().put("subject", balance.subject()).set("labels", places(balance.labels())));
        node.set("positions", places(audit.positions()));
        @Nullable Longest longest = audit.longest();
        if (longest != null) {
            node.putObject("longestOption")
                    .put("items", longest.items())
                    .put("right", longest.right())
                    .put("chance", longest.chance());
        }
        ObjectNode lengths = node.putObject("characters");
        audit.lengths().percentiles().forEach(lengths.putArray("percentiles0_5_25_50_75_95_100")::add);
        audit.lengths().histogram().forEach(lengths.putArray("itemsUpTo2_4_8")::add);
        ArrayNode warnings = node.putArray("warnings");
        audit.warnings().forEach(warning -> {
            ObjectNode written = warnings.addObject()
                    .put("kind", Names.of(warning.kind()))
                    .put("fault", warning.kind().isFault())
                    .put("text", warning.text());
            warning.items().forEach(written.putArray("items")::add);
        });
        return node;
    }

    private static ArrayNode places(List<Place> places) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        places.forEach(place -> array.addObject()
                .put("name", place.name())
                .put("right", place.right())
                .put("expected", place.expected()));
        return array;
    }
}
