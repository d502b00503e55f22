package dev.touchstone.reports;

import dev.touchstone.metric.ItemMetrics;
import dev.touchstone.metric.MetricChoice;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.Failed;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.suites.Capability;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs for tests, of items that no answer is right or wrong for. */
public final class MeasuredRuns {

    private static final long TENTH_OF_A_SECOND = 100_000_000;
    private static final List<Double> EVEN = List.of(-1.5, -1.5);
    private static final List<Boolean> NOT_GREEDY = List.of(false, false);

    private MeasuredRuns() {}

    /** Three pages and their perplexities; a fourth could not be scored. */
    public static RunResult pages(Path folder) {
        List<ItemResult> items =
                List.of(page(0, -331.5, 110, 570), page(1, -170.25, 47, 245), page(2, -812.5, 243, 1230), error(3));
        List<String> metrics = List.of("word_perplexity", "byte_perplexity", "bits_per_byte");
        SubjectResult subject = subject("wikitext", "WikiText-2", metrics, items);
        return SampleRuns.run(
                folder, suite(folder, "wikitext", "rolling loglikelihood", List.of(subject), subject.metrics()));
    }

    /** A subject with right and wrong answers, and one that is on a scale. */
    public static RunResult mixed(Path folder) {
        List<ItemResult> answers = List.of(answer(0, 1, 1), answer(1, 0, 1), answer(2, 1, 1), answer(3, 0, 0));
        List<ItemResult> places =
                List.of(place(0, 3.8, 2.5), place(1, 0.4, 1.75), place(2, 5, 3.25), place(3, 2.2, 1.5), place(4, 1, 2));
        return SampleRuns.run(
                folder,
                suite(
                        folder,
                        "glue",
                        "loglikelihood",
                        List.of(
                                subject("cola", "CoLA", List.of("mcc", "acc"), answers),
                                subject("stsb", "STS-B", List.of("pearson", "spearman"), places)),
                        Map.of()));
    }

    /** Three of 30 sentences are not acceptable, which the model never says but once. */
    public static RunResult imbalanced(Path folder) {
        List<ItemResult> answers = IntStream.range(0, 30)
                .mapToObj(i -> answer(i, i % 10 == 0 ? 0 : 1, i == 0 ? 0 : 1))
                .toList();
        List<String> metrics = MetricChoice.of(List.of("acc"), answers);
        SubjectResult cola = subject("cola", "CoLA", metrics, answers);
        return SampleRuns.run(folder, suite(folder, "glue", "loglikelihood", List.of(cola), cola.metrics()));
    }

    private static SuiteResult suite(
            Path folder, String id, String mode, List<SubjectResult> subjects, Map<String, Estimate> metrics) {
        List<ItemResult> items =
                subjects.stream().flatMap(subject -> subject.items().stream()).toList();
        return new SuiteResult(
                id,
                id.equals("glue") ? "GLUE" : "WikiText-2",
                "en",
                Capability.LANGUAGE,
                "folder",
                "ab12".repeat(16),
                new SuiteResult.Variant("native"),
                SampleRuns.MODEL,
                0,
                mode,
                true,
                items.size(),
                metrics,
                OutcomeCounts.of(items),
                List.of(),
                subjects,
                new SuiteResult.Performance(12_400_000_000L, 11_000_000_000L, 1_000, 1_000, 0),
                folder.resolve("items-" + id + "-native.jsonl"));
    }

    private static SubjectResult subject(String id, String title, List<String> metrics, List<ItemResult> items) {
        return new SubjectResult(id, title, title, "", ItemMetrics.of(metrics, items), OutcomeCounts.of(items), items);
    }

    private static ItemResult page(int index, double loglikelihood, int words, int bytes) {
        WholeText text = new WholeText(loglikelihood, words, bytes, 1 + index);
        double perplexity = Math.exp(-loglikelihood / words);
        return item("wikitext", index, List.of(), text, Map.of("word_perplexity", perplexity));
    }

    private static ItemResult place(int index, double gold, double prediction) {
        return item("stsb", index, List.of(" 0", " 5"), new OnScale(EVEN, NOT_GREEDY, gold, prediction), Map.of());
    }

    private static ItemResult answer(int index, int gold, int answer) {
        Finding finding = new Chosen(EVEN, NOT_GREEDY, gold, answer);
        return item("cola", index, List.of(" no", " yes"), finding, Map.of("acc", gold == answer ? 1.0 : 0.0));
    }

    private static ItemResult error(int index) {
        return item(
                "wikitext",
                index,
                List.of(),
                new Failed("the model's log-likelihood of the text is NaN", -1),
                Map.of());
    }

    private static ItemResult item(
            String subject, int index, List<String> choices, Finding finding, Map<String, Double> scores) {
        String suite = subject.equals("wikitext") ? "wikitext" : "glue";
        return new ItemResult(
                suite + "/" + subject + "#" + index,
                suite,
                subject,
                index,
                "test",
                "%064x".formatted(31L * index + subject.hashCode()),
                "What is this?",
                choices,
                finding,
                scores,
                new ItemResult.Tokens(choices.isEmpty() ? 0 : 12, 20, 0),
                new ItemResult.Timing(TENTH_OF_A_SECOND, 20));
    }
}
