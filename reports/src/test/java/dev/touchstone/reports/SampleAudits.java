package dev.touchstone.reports;

import dev.touchstone.suites.audit.DataAudit;
import dev.touchstone.suites.audit.DataAudit.Kind;
import dev.touchstone.suites.audit.DataAudit.LabelBalance;
import dev.touchstone.suites.audit.DataAudit.Lengths;
import dev.touchstone.suites.audit.DataAudit.Longest;
import dev.touchstone.suites.audit.DataAudit.Part;
import dev.touchstone.suites.audit.DataAudit.Place;
import dev.touchstone.suites.audit.DataAudit.Warning;
import java.util.List;

/** Audits for tests. */
public final class SampleAudits {

    private SampleAudits() {}

    /** One with everything, and one without anything to say. */
    public static List<DataAudit> two() {
        return List.of(
                new DataAudit(
                        "quiz",
                        "Quiz <b>",
                        "folder",
                        List.of(new Part("law", "val", 1200, 5), new Part("art", "val", 8, 5)),
                        List.of(new LabelBalance("art", List.of(new Place("no", 2, 4), new Place("yes", 6, 4)))),
                        List.of(new Place("A", 700, 600), new Place("B", 500, 600)),
                        new Longest(1200, 0.625, 0.5),
                        new Lengths(List.of(20, 25, 31, 45, 60, 120, 1500), List.of(0, 0, 0, 0, 8, 1200)),
                        List.of(
                                new Warning(
                                        Kind.GOLD,
                                        "items whose right answer is none of their choices: 1",
                                        List.of("quiz/law#7")),
                                new Warning(
                                        Kind.NEAR_LEAK,
                                        "items that are nearly solved examples (item, then example): 3",
                                        List.of(
                                                "quiz/law#1",
                                                "quiz/law (shots)#0",
                                                "quiz/law#2",
                                                "quiz/law (shots)#1",
                                                "quiz/law#3",
                                                "quiz/law (shots)#2")))),
                new DataAudit(
                        "pages",
                        "Pages",
                        "mini",
                        List.of(new Part("pages", "test", 0, 0)),
                        List.of(),
                        List.of(),
                        null,
                        new Lengths(List.of(), List.of()),
                        List.of()));
    }
}
