package dev.touchstone.reports.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a made-up run, as long as MMLU's with five shots: 57 subjects, prompts with a preamble of 2,000 characters or more, two variants.
 * One item's text tries to break out of the page, others are Chinese or LaTeX.
 */
final class LargeRun {

    static final String ATTACK =
            "</script><!--<script><img src=x onerror=\"document.title='broken'\"> $\\frac{a}{b} \\lt c$ & 数学 \u2028 😀";

    private static final int SUBJECTS = 57;
    private static final String[] WORDS =
            ("the a of in force energy field which statement about cell law court price market number prime"
                            + " integral vector 电场 法律 化学 history empire treaty protein membrane demand supply \\sqrt{x^2+1} theorem proof")
                    .split(" ");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Random random = new Random(1234);
    private final int items;

    private LargeRun(int items) {
        this.items = items;
    }

    /** Writes {@code results.json} and the items files of two variants into the folder. */
    static void write(Path folder, int items) throws IOException {
        new LargeRun(items).write(folder);
    }

    private void write(Path folder) throws IOException {
        ObjectNode results = (ObjectNode) MAPPER.readTree(LargeRun.class.getResourceAsStream("results.json"));
        List<ObjectNode> questions = questions();
        for (String variant : List.of("fp32", "int4")) {
            int[] right = new int[SUBJECTS];
            Path file = folder.resolve("items-mmlu-" + variant + ".jsonl");
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                for (ObjectNode question : questions) {
                    ObjectNode item = answered(question);
                    right[question.get("n").asInt() % SUBJECTS] +=
                            item.get("scores").get("acc").asInt();
                    item.remove("n");
                    out.write(MAPPER.writeValueAsString(item));
                    out.write('\n');
                }
            }
            results.withArray("suites").add(suite(variant, right));
        }
        flip(results.withArray("againstBaseline").addObject());
        Files.writeString(folder.resolve("results.json"), MAPPER.writeValueAsString(results));
    }

    /** A comparison with a baseline in which one item in a hundred was lost, and as many were gained. */
    private void flip(ObjectNode compared) {
        compared.put("suite", "mmlu").put("variant", "int4");
        compared.putObject("baseline")
                .put("run", "20261031-090000-ffff0000")
                .put("model", "gguf:models/older.gguf")
                .put("modelFingerprint", "sha256:1234")
                .put("variant", "fp32")
                .put("source", "latest");
        ArrayNode flips = compared.putArray("flips");
        for (int i = 0; i < items; i += 50) {
            String[] ends = i % 100 == 0 ? new String[] {"correct", "wrong"} : new String[] {"wrong", "correct"};
            flips.addObject()
                    .put("id", "mmlu/subject_" + i % SUBJECTS + "#" + i / SUBJECTS)
                    .put("was", ends[0])
                    .put("is", ends[1])
                    .put("answerThen", "1");
        }
        compared.put("n", items).put("leftOut", 0).put("changedAnswers", items / 40);
        compared.put("lost", (flips.size() + 1) / 2).put("gained", flips.size() / 2);
        compared.putObject("difference")
                .put("value", 0)
                .putArray("ci95")
                .add(-0.002)
                .add(0.002);
        compared.putObject("mcnemar").put("p", 1);
    }

    private List<ObjectNode> questions() {
        List<String> preambles = new ArrayList<>();
        for (int subject = 0; subject < SUBJECTS; subject++) {
            preambles.add("Questions about subject " + subject + ".\n\n" + (words(70) + "\nAnswer: A\n\n").repeat(5));
        }
        List<ObjectNode> questions = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            ObjectNode question = MAPPER.createObjectNode();
            question.put("n", i);
            question.put("id", "mmlu/subject_" + i % SUBJECTS + "#" + i / SUBJECTS);
            question.put("suite", "mmlu").put("subject", "subject_" + i % SUBJECTS);
            question.put("index", i / SUBJECTS).put("split", "test").put("promptSha256", hash());
            String text = i == 7 ? ATTACK : words(60 + random.nextInt(40)) + " needle" + i;
            question.put("prompt", preambles.get(i % SUBJECTS) + text + "\nA. 1\nB. 2\nC. 3\nD. 4\nAnswer:");
            ArrayNode choices = question.putArray("choices");
            List.of(" A", " B", " C", " D").forEach(choices::add);
            question.put("gold", random.nextInt(4));
            questions.add(question);
        }
        return questions;
    }

    private ObjectNode answered(ObjectNode question) {
        ObjectNode item = question.deepCopy();
        int gold = item.get("gold").asInt();
        int answer = random.nextInt(3) == 0 ? gold : random.nextInt(4);
        ArrayNode values = item.putArray("loglikelihoods");
        for (int i = 0; i < 4; i++) {
            values.add(-2 - 3 * random.nextDouble() + (i == answer ? 3 : 0));
        }
        item.put("answer", answer).put("outcome", answer == gold ? "correct" : "wrong");
        item.putObject("scores").put("acc", answer == gold ? 1 : 0);
        item.putObject("tokens").put("prompt", 500 + random.nextInt(200)).put("scored", 4);
        item.put("truncated", 0);
        item.putObject("timing")
                .put("modelNanos", random.nextInt(1_000_000_000))
                .put("computedTokens", 100);
        return item;
    }

    private ObjectNode suite(String variant, int[] right) {
        ObjectNode suite = MAPPER.createObjectNode();
        suite.put("suite", "mmlu").put("title", "MMLU").put("language", "en").put("data", "folder");
        suite.put("dataSha256", hash());
        suite.putObject("variant")
                .put("precision", variant)
                .put("bitsPerWeight", variant.equals("fp32") ? 32 : 4.5)
                .put("weightBytes", variant.equals("fp32") ? 512_000_000 : 72_000_000);
        suite.put("shots", 5)
                .put("mode", "loglikelihood")
                .put("status", "completed")
                .put("planned", items);
        int all = 0;
        ArrayNode subjects = suite.putArray("subjects");
        for (int i = 0; i < SUBJECTS; i++) {
            int n = (items - i + SUBJECTS - 1) / SUBJECTS;
            ObjectNode subject = subjects.addObject().put("subject", "subject_" + i);
            subject.put("title", "Subject " + i)
                    .put("localTitle", "Subject " + i)
                    .put("group", i % 2 == 0 ? "even" : "odd");
            fill(subject, right[i], n);
            all += right[i];
        }
        fill(suite, all, items);
        ArrayNode groups = suite.putArray("groups");
        fill(groups.addObject().put("group", "even").put("title", "Even"), all / 2, items / 2);
        fill(groups.addObject().put("group", "odd").put("title", "Odd"), all / 2, items / 2);
        suite.putObject("performance")
                .put("wallSeconds", 812.5)
                .put("tokensPerSecond", 1234.5)
                .put("truncatedItems", 0);
        return suite.put("itemsFile", "items-mmlu-" + variant + ".jsonl");
    }

    private static void fill(ObjectNode node, int right, int n) {
        double share = (double) right / n;
        ObjectNode acc =
                node.putObject("metrics").putObject("acc").put("value", share).put("n", n);
        double error = Math.sqrt(share * (1 - share) / n);
        acc.put("stderr", error);
        acc.putArray("ci95").add(Math.max(0, share - 2 * error)).add(Math.min(1, share + 2 * error));
        node.putObject("outcomes")
                .put("correct", right)
                .put("wrong", n - right)
                .put("noAnswer", 0)
                .put("error", 0);
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private String hash() {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            hex.append(String.format(java.util.Locale.ROOT, "%08x", random.nextInt()));
        }
        return hex.toString();
    }
}
