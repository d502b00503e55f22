package dev.touchstone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.Extracted;
import dev.touchstone.result.Finding.Failed;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.GoldText;
import dev.touchstone.result.Finding.OfChoices;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.Finding.TextSample;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.Finding.Windowed;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemJsonTest {

    private static final List<String> CHOICES = List.of(" 0", " 1");
    private static final List<Double> LOGLIKELIHOODS = List.of(-1.5, -0.25);
    private static final List<Boolean> GREEDY = List.of(false, true);

    private static final String QUESTION = "{\"id\":\"s/t#0\",\"suite\":\"s\",\"subject\":\"t\",\"index\":0,"
            + "\"split\":\"test\",\"promptSha256\":\"00\",\"prompt\":\"p\",";
    private static final String TOKENS = "\"tokens\":{\"prompt\":0,\"scored\":5},\"truncated\":0,";
    private static final String TIMING = "\"timing\":{\"modelNanos\":7,\"computedTokens\":5}}";

    @ParameterizedTest
    @MethodSource("findings")
    void everyFindingIsReadBackAsItWas(Finding finding) {
        List<String> choices = finding instanceof OfChoices || finding instanceof Failed ? CHOICES : List.of();
        ItemResult item = item(choices, finding, Map.of());
        ItemResult back = ItemJson.read(ItemJson.write(item));
        Tokens tokens = finding instanceof Failed ? new Tokens(0, 0, 0) : item.tokens();
        assertThat(back.finding()).isEqualTo(finding);
        assertThat(back.choices()).isEqualTo(choices);
        assertThat(back.tokens()).isEqualTo(tokens);
    }

    @Test
    void everyKindOfFindingIsAmongThem() {
        assertThat(findings().map(Object::getClass).distinct()).containsExactlyInAnyOrderElementsOf(kinds());
    }

    static Stream<Finding> findings() {
        return Stream.of(
                new Chosen(LOGLIKELIHOODS, GREEDY, 1, 1),
                new Chosen(List.of(Double.NEGATIVE_INFINITY, -0.5), GREEDY, 0, 1),
                new Chosen(LOGLIKELIHOODS, GREEDY, 0, Chosen.NONE),
                new Chosen(LOGLIKELIHOODS, List.of(), 1, 0, List.of(12, 13)),
                new Chosen(LOGLIKELIHOODS, GREEDY, -1, 1),
                new GoldText(List.of(-1.5), List.of(false), 4.481689070338065, 20),
                new GoldText(List.of(Double.NEGATIVE_INFINITY), List.of(false), Double.POSITIVE_INFINITY, 20),
                new OnScale(LOGLIKELIHOODS, GREEDY, 0.8, 0.7772998611746911),
                new OnScale(List.of(Double.NEGATIVE_INFINITY, -0.5), GREEDY, 0.8, 1),
                new Generated(Outcome.WRONG, "so 7", "6", List.of(new Extracted("m", "last-number", 3, 4, "7"))),
                new Generated(Outcome.NO_ANSWER, "hm", "6", List.of()),
                new Generated(
                        Outcome.WRONG,
                        "so 7",
                        "6",
                        List.of(new Extracted("m", "last-number", 3, 4, "7")),
                        List.of(
                                new TextSample(Outcome.NO_ANSWER, "hm", List.of()),
                                new TextSample(
                                        Outcome.WRONG, "so 7", List.of(new Extracted("m", "last-number", 3, 4, "7"))))),
                new WholeText(Double.NEGATIVE_INFINITY, 3, 14, 1),
                new Windowed(List.of(-700.25, Double.NEGATIVE_INFINITY), 255),
                Checked.of(false, "1 of 2 differs", Map.of("largestDifference", Double.NaN)),
                Checked.skipped("can't be looked into"),
                new Failed("the model's log-likelihood is NaN", 1),
                new Failed("the model's log-likelihood is NaN", -1));
    }

    /** The records among the alternatives, those of alternatives included. */
    private static List<Class<?>> kinds() {
        List<Class<?>> kinds = new ArrayList<>(List.of(Finding.class));
        while (kinds.stream().anyMatch(Class::isSealed)) {
            Class<?> open = kinds.stream().filter(Class::isSealed).findFirst().orElseThrow();
            kinds.remove(open);
            kinds.addAll(Arrays.asList(open.getPermittedSubclasses()));
        }
        return kinds;
    }

    @Test
    void aChoiceIsWrittenWithItsGoldAndItsAnswer() {
        assertThat(ItemJson.write(item(CHOICES, new Chosen(LOGLIKELIHOODS, GREEDY, 0, 1), Map.of("acc", 0.0))))
                .isEqualTo(QUESTION + "\"choices\":[\" 0\",\" 1\"],\"loglikelihoods\":[-1.5,-0.25],"
                        + "\"greedy\":[false,true],\"gold\":0,\"answer\":1,\"outcome\":\"wrong\","
                        + "\"scores\":{\"acc\":0}," + TOKENS + TIMING);
    }

    @Test
    void aTextIsWrittenWithWhatWasMeasuredAndNoAnswer() {
        ItemResult item = item(List.of(), new WholeText(-12.5, 3, 14, 1), Map.of("word_perplexity", 64.49445897));
        assertThat(ItemJson.write(item))
                .isEqualTo(QUESTION + "\"loglikelihood\":-12.5,\"words\":3,\"bytes\":14,\"windows\":1,"
                        + "\"scores\":{\"word_perplexity\":64.49445897}," + TOKENS + TIMING);
        assertThat(ItemJson.read(ItemJson.write(item))).isEqualTo(item);
    }

    @Test
    void aPlaceOnAScaleKeepsItsChoicesAndBothNumbers() {
        ItemResult item = item(CHOICES, new OnScale(LOGLIKELIHOODS, GREEDY, 0.8, 0.7772998611746911), Map.of());
        assertThat(ItemJson.write(item))
                .isEqualTo(QUESTION + "\"choices\":[\" 0\",\" 1\"],\"loglikelihoods\":[-1.5,-0.25],"
                        + "\"greedy\":[false,true],\"gold\":0.8,\"prediction\":0.7772998611746911," + TOKENS + TIMING);
    }

    @Test
    void aGeneratedTextIsWrittenWithWhatWasReadFromIt() {
        Finding text = new Generated(Outcome.CORRECT, "so 6", "6", List.of(new Extracted("m", "number", 3, 4, "6")));
        assertThat(ItemJson.write(item(List.of(), text, Map.of("m", 1.0))))
                .isEqualTo(QUESTION + "\"gold\":\"6\",\"answer\":\"6\",\"response\":\"so 6\",\"extractions\":["
                        + "{\"metric\":\"m\",\"rule\":\"number\",\"span\":[3,4],\"value\":\"6\"}],"
                        + "\"outcome\":\"correct\",\"scores\":{\"m\":1}," + TOKENS + TIMING);
    }

    @Test
    void aCheckIsWrittenWithItsEvidence() {
        assertThat(ItemJson.write(item(List.of(), Checked.of(true, "16 rows", Map.of("rows", 16.0)), Map.of())))
                .isEqualTo(QUESTION + "\"evidence\":{\"text\":\"16 rows\",\"numbers\":{\"rows\":16.0}},"
                        + "\"outcome\":\"correct\"," + TOKENS + TIMING);
    }

    @Test
    void whatCouldNotBeEvaluatedKeepsTheQuestion() {
        assertThat(ItemJson.write(item(CHOICES, new Failed("too long", 1), Map.of())))
                .isEqualTo(QUESTION + "\"choices\":[\" 0\",\" 1\"],\"gold\":1,\"outcome\":\"error\","
                        + "\"error\":\"too long\"," + TIMING);
    }

    @Test
    void probabilityZeroIsNull() {
        assertThat(ItemJson.write(item(List.of(), new WholeText(Double.NEGATIVE_INFINITY, 3, 14, 1), Map.of())))
                .contains("\"loglikelihood\":null,");
        Finding choices = new OnScale(List.of(Double.NEGATIVE_INFINITY, -0.5), GREEDY, 0.8, 1);
        assertThat(ItemJson.write(item(CHOICES, choices, Map.of()))).contains("\"loglikelihoods\":[null,-0.5]");
    }

    private static ItemResult item(List<String> choices, Finding finding, Map<String, Double> scores) {
        return new ItemResult(
                "s/t#0",
                "s",
                "t",
                0,
                "test",
                "00",
                "p",
                choices,
                finding,
                scores,
                new Tokens(0, 5, 0),
                new Timing(7, 5));
    }
}
