package dev.touchstone.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, Object> LAW = Map.of(
            "question", "\u00a0What?\u3000",
            "A", "{{ question }} {% include 'x' %}",
            "subject", Map.of("id", "law"));

    @Test
    void anUndefinedVariableIsNamedTogetherWithTheOnesThatExist() {
        assertFailure(
                "{{ question }}\n{{ anwser }}",
                "template line 2: 'anwser' does not exist; variables: A, question, subject");
    }

    @Test
    void anUndefinedPropertyIsNamed() {
        assertFailure(
                "{{ subject.titel ~ '!' }}",
                "template line 1: 'titel' does not exist; variables: A, question, subject");
    }

    @Test
    void anUndefinedVariableInAConditionIsAnError() {
        assertFailure(
                "{% if hint %}x{% endif %}", "template line 1: 'hint' does not exist; variables: A, question, subject");
    }

    @Test
    void aNullIsUndefined() {
        Map<String, Object> variables = new java.util.HashMap<>();
        variables.put("support", null);
        assertThatThrownBy(() -> Template.of("{{ support }}").render(variables))
                .hasMessage("template line 1: 'support' does not exist; variables: support");
    }

    @Test
    void theTextOfAnItemIsNeverReadAsATemplate() {
        assertThat(Template.of("A. {{ A }}\n").render(LAW)).isEqualTo("A. {{ question }} {% include 'x' %}\n");
    }

    @Test
    void stripRemovesPythonsWhitespaceInBothSpellings() {
        assertThat(Template.of("{{ question | strip }}{{ question.strip() }}").render(LAW))
                .isEqualTo("What?What?");
    }

    @Test
    void aFilterThatDoesNotExistIsNamedTogetherWithTheOnesThatDo() {
        assertFailure(
                "{{ A | stripe }}",
                "template line 1: there is no filter 'stripe'; filters: abs, capitalize, count, d, default, first, int, join, last, last_boxed, "
                        + "length, list, lower, lstrip, map, max, min, replace, reverse, rstrip, string, strip, sum, title, trim, upper, "
                        + "wikitext_detokenize, with_period");
    }

    @Test
    void whatDependsOnTheTimeOrOnChanceIsRefused() {
        for (String source :
                List.of("{{ now() }}", "{{ unixtimestamp() }}", "{{ ['a', 'b'] | random }}", "{{ today() }}")) {
            assertThatThrownBy(() -> Template.of(source).render(LAW)).as(source).isInstanceOf(TemplateException.class);
        }
    }

    @Test
    void javasMethodsAreRefused() {
        for (String source :
                List.of("{{ A.getClass() }}", "{{ A.class }}", "{{ A.toUpperCase() }}", "{{ subject.size() }}")) {
            assertThatThrownBy(() -> Template.of(source).render(LAW)).as(source).isInstanceOf(TemplateException.class);
        }
    }

    @Test
    void aTemplateReadsNoFile() {
        assertFailure(
                "{% include 'suites/ceval/suite.yaml' %}",
                "template line 1: the tag 'include' is not supported here; tags: if, elif, else, for, set, raw");
    }

    @Test
    void whatPythonRaisesATypeErrorForIsAnError() {
        assertFailure("\n{{ A + 1 }}", "template line 2: unsupported operand type(s) for +: 'str' and 'int'");
        assertFailure("{{ subject < 2 }}", "template line 1: '<' not supported between instances of 'dict' and 'int'");
    }

    @Test
    void anUnknownTestFunctionOrMethodIsNamedTogetherWithTheOnesThatExist() {
        assertFailure(
                "{{ A is nosuch }}",
                "template line 1: there is no test 'nosuch'; tests: boolean, defined, divisibleby, eq, equalto, even, false, float, "
                        + "in, integer, iterable, mapping, ne, none, number, odd, sequence, string, true, undefined");
        assertFailure("{{ now() }}", "template line 1: there is no function 'now'; functions: range");
        assertFailure(
                "{{ subject.update(A) }}",
                "template line 1: 'dict' has no method 'update' here; methods: get, items, keys, values");
    }

    @Test
    void aTagThatIsNotClosedIsFoundWhenTheTemplateIsParsed() {
        assertThatThrownBy(() -> Template.of("x\n{% if A %}"))
                .isInstanceOf(TemplateException.class)
                .hasMessage("template line 2: the tag 'if' is never closed; add {% endif %}");
    }

    @Test
    void aTemplateRendersTheSameInSeveralThreads() {
        Template template = Template.of("{% for c in chars %}{{ loop.index }}{{ c.strip() }}{{ n }} {% endfor %}");
        List<String> texts = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(n -> template.render(Map.of("n", n, "chars", List.of(" a", "b "))))
                .toList();
        for (int n = 0; n < texts.size(); n++) {
            assertThat(texts.get(n)).isEqualTo("1a" + n + " 2b" + n + " ");
        }
    }

    private static void assertFailure(String source, String message) {
        assertThatThrownBy(() -> Template.of(source).render(LAW))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }
}
