package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.RollingRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Log-likelihoods of WikiText-2's first documents by lm-evaluation-harness 0.4.13 (task {@code wikitext}, transformers 4.57.6, torch 2.9.1
 * on CPU, fp32, the same GGUF dequantized, context 8192). The first by default, all five with {@code -Dtouchstone.test.golden=all}.
 */
class GoldenRollingTest {

    private static final Pattern TITLE = Pattern.compile(" = [^=].*[^=] = \n?");

    /**
     * For each token. torch adds the 49152 exponentials of its log-softmax in fp32, where small ones get lost beside large ones, so that its
     * log-probabilities come out up to 9e-6 too high; a sum in double on the same logits agrees with ours to 1e-9.
     */
    private static final double PER_TOKEN = 1e-5;

    @Test
    void scoresTheSameDocumentsAlike() throws IOException {
        List<JsonNode> golden = GoldenFiles.lines("golden/lm-eval/wikitext.jsonl");
        List<String> documents = documents();
        assertThat(documents).hasSize(62);
        List<RollingRequest> requests = new ArrayList<>();
        for (JsonNode item : golden.subList(0, GoldenFiles.ALL ? golden.size() : 1)) {
            String text = detokenized(documents.get(item.get("doc_id").asInt()));
            assertThat(GoldenFiles.sha256(text))
                    .isEqualTo(item.get("context_sha256").asString());
            requests.add(new RollingRequest(text));
        }
        String file = GoldenFiles.file(GoldenFiles.MODEL).toString();
        try (LanguageModel model = new GgufModelProvider().open(file, ModelOptions.defaults())) {
            model.rollingLoglikelihoods(requests, (index, response) -> {
                double expected = golden.get(index).get("loglikelihood").asDouble();
                assertThat(response.loglikelihood())
                        .as("document %s", index)
                        .isCloseTo(expected, within(PER_TOKEN * response.tokens()));
            });
        }
    }

    /** A document starts at a line {@code  = Title = } with one equals sign on each side. */
    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        String raw = Files.readString(GoldenFiles.file("data/wikitext2/wiki.test.raw"), StandardCharsets.UTF_8);
        for (String line : raw.split("(?<=\n)")) {
            if (TITLE.matcher(line).matches() && !document.toString().isBlank()) {
                documents.add(document.toString());
                document.setLength(0);
            }
            document.append(line);
        }
        documents.add(document.toString());
        return documents;
    }

    /** {@code wikitext_detokenizer} of the task, step by step. */
    private static String detokenized(String page) {
        String text = page.replace("s '", "s'").replaceAll("/' [0-9]/", Matcher.quoteReplacement("/'[0-9]/"));
        text = text.replace(" @-@ ", "-").replace(" @,@ ", ",").replace(" @.@ ", ".");
        text = text.replace(" : ", ": ").replace(" ; ", "; ").replace(" . ", ". ");
        text = text.replace(" ! ", "! ").replace(" ? ", "? ").replace(" , ", ", ");
        text = text.replaceAll("\\(\\s*([^\\)]*?)\\s*\\)", "($1)");
        text = text.replaceAll("\\[\\s*([^\\]]*?)\\s*\\]", "[$1]");
        text = text.replaceAll("\\{\\s*([^}]*?)\\s*\\}", "{$1}");
        text = text.replaceAll("\"\\s*([^\"]*?)\\s*\"", "\"$1\"");
        text = text.replaceAll("'\\s*([^']*?)\\s*'", "'$1'");
        text = text.replace("= = = =", "====").replace("= = =", "===").replace("= =", "==");
        text = text.replace(" \u00b0 ", "\u00b0").replace(" \n", "\n").replace("\n ", "\n");
        return text.replace(" N ", " 1 ").replace(" 's", "'s");
    }
}
