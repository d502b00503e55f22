package dev.touchstone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Measured;
import dev.touchstone.result.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemJsonTest {

    @Test
    void aTextIsWrittenWithWhatWasMeasuredAndNoAnswer() {
        ItemResult item = measured(
                List.of(), List.of(), new Measured.Text(-12.5, 3, 14, 1), Map.of("word_perplexity", 64.49445897));
        assertThat(ItemJson.write(item))
                .isEqualTo("{\"id\":\"s/t#0\",\"suite\":\"s\",\"subject\":\"t\",\"index\":0,\"split\":\"test\","
                        + "\"promptSha256\":\"00\",\"prompt\":\"p\",\"loglikelihood\":-12.5,\"words\":3,\"bytes\":14,"
                        + "\"windows\":1,\"scores\":{\"word_perplexity\":64.49445897},"
                        + "\"tokens\":{\"prompt\":0,\"scored\":5},\"truncated\":0,"
                        + "\"timing\":{\"modelNanos\":7,\"computedTokens\":5}}");
        assertThat(ItemJson.read(ItemJson.write(item))).isEqualTo(item);
    }

    @Test
    void aPlaceOnAScaleKeepsItsChoicesAndBothNumbers() {
        ItemResult item = measured(
                List.of(" 0", " 1"), List.of(-1.5, -0.25), new Measured.OnScale(0.8, 0.7772998611746911), Map.of());
        assertThat(ItemJson.write(item))
                .contains("\"choices\":[\" 0\",\" 1\"],\"loglikelihoods\":[-1.5,-0.25],\"greedy\":[false,false],"
                        + "\"gold\":0.8,\"prediction\":0.7772998611746911,\"tokens\"");
        assertThat(ItemJson.read(ItemJson.write(item))).isEqualTo(item);
    }

    @Test
    void probabilityZeroIsReadBack() {
        ItemResult item =
                measured(List.of(), List.of(), new Measured.Text(Double.NEGATIVE_INFINITY, 3, 14, 1), Map.of());
        assertThat(ItemJson.write(item)).contains("\"loglikelihood\":null,");
        assertThat(ItemJson.read(ItemJson.write(item))).isEqualTo(item);
        ItemResult choices = measured(
                List.of(" 0", " 1"), List.of(Double.NEGATIVE_INFINITY, -0.5), new Measured.OnScale(0.8, 1), Map.of());
        assertThat(ItemJson.write(choices)).contains("\"loglikelihoods\":[null,-0.5]");
        assertThat(ItemJson.read(ItemJson.write(choices))).isEqualTo(choices);
    }

    private static ItemResult measured(
            List<String> choices, List<Double> loglikelihoods, Measured measured, Map<String, Double> scores) {
        return new ItemResult(
                "s/t#0",
                "s",
                "t",
                0,
                "test",
                "00",
                "p",
                choices,
                loglikelihoods,
                choices.stream().map(choice -> false).toList(),
                -1,
                -1,
                null,
                measured,
                Outcome.MEASURED,
                null,
                scores,
                new Tokens(0, 5, 0),
                new Timing(7, 5));
    }
}
