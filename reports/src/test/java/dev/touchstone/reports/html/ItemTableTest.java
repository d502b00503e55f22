package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ItemTableTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Questions questions = new Questions();
    private final ItemTable table = new ItemTable("s", questions);

    @Test
    void partsThatPromptsHaveInCommonAreStoredOnce() {
        table.add(json("{'prompt': 'About law.\\n\\nOne?', 'promptSha256': 'a', 'choices': [' A', ' B']}"));
        table.add(json("{'prompt': 'About law.\\n\\nTwo?\\n\\n\\n', 'promptSha256': 'b', 'choices': [' A', ' B']}"));
        assertThat(questions.toJson())
                .isEqualTo(json("{'paragraphs': ['About law.', 'One?', 'Two?', '\\n'], 'prompts': [[0, 1], [0, 2, 3]],"
                        + " 'sha256': ['a', 'b'], 'choices': [[' A', ' B'], [' A', ' B']]}"));
    }

    @Test
    void aQuestionIsStoredOnceForAllVariants() {
        JsonNode item = json("{'prompt': 'One?', 'promptSha256': 'a', 'choices': [' A'], 'answer': 0}");
        ItemTable other = new ItemTable("s", questions);
        table.add(item);
        other.add(item);
        assertThat(questions.size()).isEqualTo(1);
        other.add(json("{'prompt': 'One?', 'promptSha256': 'a', 'choices': [' B'], 'answer': 0}"));
        assertThat(questions.size()).as("other choices make another question").isEqualTo(2);
    }

    @Test
    void fieldsAreColumnsAndMissingIsNotNull() {
        table.add(json("{'prompt': 'x', 'loglikelihood': null, 'tokens': {'prompt': 3, 'scored': 1}}"));
        table.add(json("{'prompt': 'y', 'anything': [1, {'a': 2}]}"));
        assertThat(table.toJson())
                .isEqualTo(json("{'rows': 2, 'columns': {'question': {'values': [0, 1]},"
                        + " 'loglikelihood': {'rows': [0], 'values': [null]},"
                        + " 'tokens.prompt': {'rows': [0], 'values': [3]}, 'tokens.scored': {'rows': [0], 'values': [1]},"
                        + " 'anything': {'rows': [1], 'values': [[1, {'a': 2}]]}}}"));
        assertThat(table.value("loglikelihood", 0).isNull()).isTrue();
        assertThat(table.value("loglikelihood", 1).isMissingNode()).isTrue();
        assertThat(table.value("anything", 1)).isEqualTo(json("[1, {'a': 2}]"));
        assertThat(table.value("unheard-of", 0).isMissingNode()).isTrue();
    }

    @Test
    void onlyAnIdThatFollowsFromTheRestIsLeftOut() {
        table.add(json("{'id': 's/law#4', 'suite': 's', 'subject': 'law', 'index': 4}"));
        assertThat(table.toJson().get("columns").propertyNames()).containsExactly("question", "subject", "index");
        table.add(json("{'id': 'odd', 'suite': 't', 'subject': 'law', 'index': 5}"));
        assertThat(table.value("id", 1).asString()).isEqualTo("odd");
        assertThat(table.value("suite", 1).asString()).isEqualTo("t");
    }

    @Test
    void aPackedBlockIsUnpackedToTheSame() throws IOException {
        JsonNode json = json("{'text': '</script><!-- 数学 😀 \\u2028'}");
        String block = Block.packed("x", json);
        assertThat(block)
                .startsWith("<script type=\"application/gzip\" id=\"x\">")
                .endsWith("</script>\n");
        String packed = block.substring(block.indexOf('>') + 1, block.lastIndexOf('<'));
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            assertThat(MAPPER.readTree(in)).isEqualTo(json);
        }
    }

    @Test
    void aPlainBlockEndsWhereItShould() {
        JsonNode json = json("{'text': '</script><!-- <b>'}");
        String block = Block.plain("x", json);
        String inner = block.substring(block.indexOf('>') + 1, block.lastIndexOf('<'));
        assertThat(inner).doesNotContain("<");
        assertThat(MAPPER.readTree(inner)).isEqualTo(json);
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }
}
