package dev.touchstone.reports.allure;

import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import io.qameta.allure.model.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a test in Allure's page to what {@code report.html}, above its folder, says of it. */
final class ReportLink {

    private ReportLink() {}

    /** To a subject's items, each with its prompt and why it counts as it does. */
    static Link items(SuiteResult suite, SubjectResult subject) {
        String variant = Stream.of(suite.variant().precision(), suite.variant().form())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return link(
                "Items",
                "items?suite=" + encoded(suite.suite()) + "&variant=" + encoded(variant) + "&subject="
                        + encoded(subject.subject()));
    }

    /** To the items that were lost and gained. */
    static Link baseline() {
        return link("This run against the baseline", "baseline");
    }

    private static Link link(String name, String address) {
        return new Link().setName(name + " (" + RunFiles.REPORT + ")").setUrl("../" + RunFiles.REPORT + "#" + address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
