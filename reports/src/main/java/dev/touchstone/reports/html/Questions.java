package dev.touchstone.reports.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was asked, each prompt with its choices once, however many variants answered it. A prompt is stored as numbers of paragraphs (it is cut
 * at empty lines), so that instructions and solved examples, which a subject's prompts have in common, are stored once: MMLU with five shots
 * shrinks to a tenth.
 */
final class Questions {

    /** Between paragraphs, and so between the shots of most suites. */
    private static final String PARAGRAPH = "\n\n";

    private final Map<String, Integer> paragraphs = new LinkedHashMap<>();
    private final Map<JsonNode, Integer> numbers = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();

    /** The question's number, from 0. */
    int add(JsonNode item) {
        Question question = new Question(
                cut(item.path("prompt").asString("")),
                item.path("promptSha256").asString(""),
                item.path("choices").isArray() ? item.get("choices") : JsonNodeFactory.instance.arrayNode());
        return numbers.computeIfAbsent(question.toJson(), key -> {
            questions.add(question);
            return questions.size() - 1;
        });
    }

    int size() {
        return questions.size();
    }

    /** The choices' texts as scored; none of a question without. */
    List<String> choices(int question) {
        return questions
                .get(question)
                .choices()
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** {@code {"paragraphs": [text], "prompts": [[paragraph]], "sha256": [text], "choices": [[text]]}}. */
    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        paragraphs.keySet().forEach(node.putArray("paragraphs")::add);
        ArrayNode prompts = node.putArray("prompts");
        ArrayNode hashes = node.putArray("sha256");
        ArrayNode choices = node.putArray("choices");
        for (Question question : questions) {
            prompts.add(question.paragraphs());
            hashes.add(question.sha256());
            choices.add(question.choices());
        }
        return node;
    }

    private ArrayNode cut(String prompt) {
        ArrayNode cut = JsonNodeFactory.instance.arrayNode();
        int from = 0;
        for (int to = prompt.indexOf(PARAGRAPH); to >= 0; to = prompt.indexOf(PARAGRAPH, from)) {
            cut.add(paragraph(prompt.substring(from, to)));
            from = to + PARAGRAPH.length();
        }
        return cut.add(paragraph(prompt.substring(from)));
    }

    private int paragraph(String text) {
        return paragraphs.computeIfAbsent(text, key -> paragraphs.size());
    }

    private record Question(ArrayNode paragraphs, String sha256, JsonNode choices) {

        JsonNode toJson() {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .add(paragraphs)
                    .add(sha256)
                    .add(choices);
        }
    }
}
