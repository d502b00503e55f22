package dev.touchstone.reports;

import dev.touchstone.metric.VariantComparisons;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.result.GroupResult;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.suites.Capability;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs for tests. */
public final class SampleRuns {

    static final ModelDescription MODEL = new ModelDescription(
            "gguf:models/small.gguf",
            "sha256:0f1e2d3c",
            "llama",
            15_200_000,
            2048,
            "native",
            "vector-512",
            Map.of("threads", "2"));

    private static final List<String> GROUPS = List.of("STEM", "Social Science", "Humanities", "Other");

    /** Names as long and as short as C-Eval's, in both languages. */
    private static final List<String> NAMES = List.of(
            "Law|法学",
            "Marxism|马克思主义基本原理",
            "Mao Zedong Thought|毛泽东思想和中国特色社会主义理论体系概论",
            "Ideological and Moral Cultivation|思想道德修养与法律基础",
            "Computer Network|计算机网络",
            "Advanced Mathematics|高等数学",
            "Electrical Engineer|注册电气工程师",
            "Middle School Politics|初中政治",
            "Chinese Language and Literature|中国语言文学",
            "Urban and Rural Planner|注册城乡规划师",
            "Environmental Impact Assessment Engineer|环境影响评价工程师",
            "Teacher Qualification|教师资格",
            "Logic|逻辑学");

    private SampleRuns() {}

    /** Two groups with three subjects: an error, a cut prompt, and a subject of one item, whose standard error is undefined. */
    public static RunResult small(Path folder) {
        return run(folder, suite(folder, "mini", true, smallSubjects()));
    }

    /** The same, stopped before its end. */
    public static RunResult stopped(Path folder) {
        return run(folder, suite(folder, "folder", false, smallSubjects()));
    }

    /** Two subjects with these metrics, the same for each and for the suite; the items of a subject belong together. */
    public static RunResult withMetrics(Path folder, Map<String, Estimate> metrics) {
        List<SubjectResult> subjects = smallSubjects().subList(0, 2).stream()
                .map(subject -> new SubjectResult(
                        subject.subject(),
                        subject.title(),
                        subject.localTitle(),
                        "",
                        metrics,
                        subject.outcomes(),
                        subject.items()))
                .toList();
        SuiteResult plain = suite(folder, "folder", true, subjects);
        Map<String, Estimate> headline = Map.of("acc", metrics.get("acc"));
        return run(
                folder,
                new SuiteResult(
                        plain.suite(),
                        plain.title(),
                        plain.language(),
                        plain.capability(),
                        plain.data(),
                        plain.dataSha256(),
                        plain.variant(),
                        plain.model(),
                        plain.shots(),
                        plain.mode(),
                        plain.finished(),
                        plain.planned(),
                        metrics,
                        plain.outcomes(),
                        List.of(),
                        subjects,
                        plain.performance(),
                        plain.itemsFile(),
                        new SuiteResult.Clustered("subject", 2, headline)));
    }

    /** Nothing was evaluated. */
    public static RunResult empty(Path folder) {
        return run(folder, suite(folder, "folder", false, List.of()));
    }

    /** Three variants: int4 gets one item more wrong and answers another wrongly otherwise; int2 does not say how many bytes it takes. */
    public static RunResult variants(Path folder) {
        SuiteResult fp32 = variant(folder, "fp32", 60_800_000, SampleItems.answered("law", 1, 1, 2));
        SuiteResult int4 = variant(folder, "int4", 8_100_000, SampleItems.answered("law", 1, 1, 3));
        SuiteResult int2 = variant(folder, "int2", 0, SampleItems.error("law", 1));
        List<SuiteResult> suites = List.of(fp32, int4, int2);
        RunResult run = run(folder, fp32);
        return new RunResult(
                run.run(),
                suites,
                VariantComparisons.of(suites, List.of("fp32", "int4", "int2")),
                List.of(),
                List.of());
    }

    private static SuiteResult variant(Path folder, String precision, long bytes, ItemResult second) {
        ItemResult first = SampleItems.answered("law", 0, 0, precision.equals("fp32") ? 0 : 1);
        ItemResult third = SampleItems.answered("law", 2, 3, 3);
        SuiteResult plain = suite(
                folder,
                "folder",
                true,
                List.of(subject("law", "Law", "法学", "Social Science", List.of(first, second, third))));
        ModelDescription model = new ModelDescription(
                MODEL.name(),
                MODEL.fingerprint(),
                MODEL.architecture(),
                MODEL.parameters(),
                MODEL.contextLength(),
                precision,
                MODEL.kernel(),
                bytes,
                MODEL.details());
        return new SuiteResult(
                plain.suite(),
                plain.title(),
                plain.language(),
                plain.capability(),
                plain.data(),
                plain.dataSha256(),
                new SuiteResult.Variant(precision),
                model,
                plain.shots(),
                plain.mode(),
                plain.finished(),
                plain.planned(),
                plain.metrics(),
                plain.outcomes(),
                plain.groups(),
                plain.subjects(),
                plain.performance(),
                folder.resolve("items-ceval-" + precision + ".jsonl"));
    }

    /** As large as C-Eval's validation items: 52 subjects of 30 items each. */
    public static RunResult large(Path folder) {
        Random random = new Random(1234);
        List<SubjectResult> subjects = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            String[] names = NAMES.get(i % NAMES.size()).split("\\|");
            String part = i < NAMES.size() ? "" : " " + (i / NAMES.size() + 1);
            String id = "subject_" + i;
            subjects.add(subject(id, names[0] + part, names[1] + part, GROUPS.get(i % 4), items(id, random)));
        }
        return run(folder, suite(folder, "folder", true, subjects));
    }

    private static List<ItemResult> items(String subject, Random random) {
        List<ItemResult> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            boolean error = subject.equals("subject_7") && i == 4;
            items.add(
                    error
                            ? SampleItems.error(subject, i)
                            : SampleItems.answered(subject, i, random.nextInt(4), random.nextInt(4)));
        }
        return items;
    }

    private static List<SubjectResult> smallSubjects() {
        return List.of(
                subject(
                        "law",
                        "Law",
                        "法学",
                        "Social Science",
                        List.of(
                                SampleItems.answered("law", 0, 1, 1),
                                SampleItems.answered("law", 1, 2, 1),
                                SampleItems.cut("law", 2, 3, 3),
                                SampleItems.error("law", 3))),
                subject(
                        "marxism",
                        "Marxism",
                        "马克思主义基本原理",
                        "Social Science",
                        List.of(SampleItems.answered("marxism", 0, 0, 0), SampleItems.answered("marxism", 1, 0, 3))),
                subject("logic", "Logic", "逻辑学", "Humanities", List.of(SampleItems.answered("logic", 0, 2, 2))));
    }

    static RunResult run(Path folder, SuiteResult suite) {
        RunInfo info = new RunInfo(
                "20261101-120000-ceval",
                Instant.parse("2026-11-01T12:00:00Z"),
                MODEL,
                "0.1.0",
                "17.0.15 (Eclipse Adoptium)",
                new LinkedHashMap<>(Map.of("processor", "AMD EPYC")),
                Map.of("suite", "ceval"),
                folder);
        return new RunResult(info, List.of(suite));
    }

    private static SuiteResult suite(Path folder, String data, boolean finished, List<SubjectResult> subjects) {
        List<ItemResult> items =
                subjects.stream().flatMap(subject -> subject.items().stream()).toList();
        int cut = (int)
                items.stream().filter(item -> item.tokens().truncated() > 0).count();
        return new SuiteResult(
                "ceval",
                "C-Eval",
                "zh",
                Capability.KNOWLEDGE,
                data,
                "ab12".repeat(16),
                new SuiteResult.Variant("native"),
                MODEL,
                5,
                "loglikelihood",
                finished,
                finished ? items.size() : items.size() + 13,
                metrics(items),
                OutcomeCounts.of(items),
                groups(subjects),
                subjects,
                new SuiteResult.Performance(12_400_000_000L, 11_000_000_000L, 100_000, 16_800, cut),
                folder.resolve("items-ceval-native.jsonl"));
    }

    private static List<GroupResult> groups(List<SubjectResult> subjects) {
        Map<String, List<ItemResult>> items = new LinkedHashMap<>();
        subjects.forEach(subject -> items.computeIfAbsent(subject.group(), group -> new ArrayList<>())
                .addAll(subject.items()));
        return items.entrySet().stream()
                .map(group -> new GroupResult(
                        group.getKey(), group.getKey(), metrics(group.getValue()), OutcomeCounts.of(group.getValue())))
                .toList();
    }

    private static SubjectResult subject(
            String id, String title, String localTitle, String group, List<ItemResult> items) {
        return new SubjectResult(id, title, localTitle, group, metrics(items), OutcomeCounts.of(items), items);
    }

    private static Map<String, Estimate> metrics(List<ItemResult> items) {
        int n = (int)
                items.stream().filter(item -> item.outcome() != Outcome.ERROR).count();
        double right = OutcomeCounts.of(items).correct();
        return Map.of("acc", estimate(right / n, n));
    }

    /** The normal interval, cut to [0, 1]: good enough to look at. */
    private static Estimate estimate(double accuracy, int n) {
        if (n == 0) {
            return Estimate.undefined(0, "nothing was evaluated");
        }
        if (n == 1) {
            return new Estimate(accuracy, null, null, 1, "a standard error needs 2 items, and there is 1");
        }
        double error = Math.sqrt(accuracy * (1 - accuracy) / (n - 1));
        double low = Math.max(0, accuracy - 1.96 * error);
        return Estimate.of(accuracy, error, new Estimate.Interval(low, Math.min(1, accuracy + 1.96 * error)), n);
    }
}
