package dev.touchstone.reference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreTokenizerKindTest {

    /** Golden values: Hugging Face tokenizers 0.22.1; made by src/test/scripts/pretokenizer_splits.py, which says how. */
    @ParameterizedTest
    @ValueSource(strings = {"smollm", "gpt-2", "llama-bpe", "qwen2"})
    void cutsRandomStringsAsHuggingFaceTokenizersDo(String name) throws IOException {
        PreTokenizer preTokenizer = PreTokenizerKind.named(name).orElseThrow().preTokenizer();
        int checked = 0;
        for (JsonNode row : rows("pretokenizer-splits.jsonl")) {
            String text = row.get("text").asString();
            List<Integer> expected = StreamSupport.stream(row.get(name).spliterator(), false)
                    .map(JsonNode::asInt)
                    .toList();

            List<Integer> lengths = pieces(preTokenizer, text).stream()
                    .map(piece -> piece.codePointCount(0, piece.length()))
                    .toList();

            assertThat(lengths).as(row.toString()).isEqualTo(expected);
            checked++;
        }
        assertThat(checked).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = ';',
            value = {
                "gpt-2;Don't we're;Don|'t| we|'re",
                "gpt-2;DON'T;DON|'|T",
                "gpt-2;a   b;a|  | b",
                "gpt-2;a  ;a|  ",
                "gpt-2;pi 3145;pi| 3145",
                "smollm;pi 31;pi| |3|1",
                "smollm;a  1 b;a|  |1| b",
                "llama-bpe;DON'T;DON|'T",
                "llama-bpe;12345;123|45",
                "llama-bpe;(a) b;(a|)| b",
                "qwen2;12345;1|2|3|4|5"
            })
    void cutsTheTextbookCases(String name, String text, String expected) {
        PreTokenizer preTokenizer = PreTokenizerKind.named(name).orElseThrow().preTokenizer();

        assertThat(String.join("|", pieces(preTokenizer, text))).isEqualTo(expected);
    }

    @Test
    void keepsLineEndsWithPunctuationAndWithTheSpacesBeforeThemInLlama3() {
        PreTokenizer preTokenizer = PreTokenizerKind.LLAMA3.preTokenizer();

        assertThat(pieces(preTokenizer, "end.\n\n  x \r\n y"))
                .containsExactly("end", ".\n\n", " ", " x", " \r\n", " y");
    }

    @Test
    void mapsAliasesToTheSamePattern() {
        assertThat(PreTokenizerKind.named("llama3")).contains(PreTokenizerKind.LLAMA3);
        assertThat(PreTokenizerKind.named("starcoder")).contains(PreTokenizerKind.SMOLLM);
        assertThat(PreTokenizerKind.named("tekken")).isEmpty();
    }

    private static List<String> pieces(PreTokenizer preTokenizer, String text) {
        List<String> pieces = new ArrayList<>();
        preTokenizer.split(text, 0, text.length(), (from, to) -> pieces.add(text.substring(from, to)));
        return pieces;
    }

    private static List<JsonNode> rows(String resource) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PreTokenizerKindTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(JsonMapper.shared()::readTree).toList();
        }
    }
}
