package dev.touchstone.reports;

import dev.touchstone.metric.Labels;
import dev.touchstone.result.SubjectResult;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How often each label is right in a subject, and what that means for its accuracy. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Balance {

    private Balance() {}

    /** The subject's labels; empty where choices differ from item to item, or are letters of options. */
    public static Optional<Labels> of(SubjectResult subject) {
        return Labels.of(subject.items())
                .filter(labels -> !labels.areLetters() && labels.confusion().n() > 1);
    }

    /** Why the accuracy misleads, for each subject where it does. */
    public static List<String> warnings(List<SubjectResult> subjects) {
        return subjects.stream()
                .flatMap(subject -> of(subject).filter(Labels::mislead).stream()
                        .map(labels -> (subjects.size() > 1 ? subject.title() + ": " : "") + warning(labels)))
                .toList();
    }

    /** In one sentence. */
    public static String warning(Labels labels) {
        String common = labels.names().get(labels.commonest());
        double ratio = labels.confusion().imbalance();
        return "'" + common + "' is right in " + Figures.percent(labels.shareOfCommonest()) + " of the items"
                + (Double.isInfinite(ratio) ? "" : " (" + Figures.fixed(ratio, 1) + " : 1)")
                + ", so always answering it would score that; the accuracy misleads, and F1 and MCC lead";
    }
}
