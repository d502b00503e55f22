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

    /** Two fp32 implementations with sums in different orders, on thousands of tokens. */
    private static final double RELATIVE = 2e-6;

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
                        .isCloseTo(expected, within(RELATIVE * -expected));
            });
        }
    }

    /** The documents start at lines {@code  = Title = } with one equals sign on each side. */
    private static List<String> documents() throws IOException {
        Pattern title = Pattern.compile("^ = [^=].*[^=] = $");
        List<String> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        String raw = Files.readString(GoldenFiles.file("data/wikitext2/wiki.test.raw"), StandardCharsets.UTF_8);
        for (String line : raw.split("(?<=\n)")) {
            if (title.matcher(line.stripTrailing().isEmpty() ? "" : line.replace("\n", ""))
                            .matches()
                    && !document.toString().isBlank()) {
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
