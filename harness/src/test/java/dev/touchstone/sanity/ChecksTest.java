package dev.touchstone.sanity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelException;
import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Outcome;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.testing.ToyModel;
import dev.touchstone.testing.ToyModel.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    @Test
    void allHoldForASoundModel() {
        Map<String, Checked> findings = findings(Fault.NONE);

        assertThat(broken(findings)).isEmpty();
        assertThat(findings).hasSize(16);
        assertThat(findings.values()).extracting(Checked::outcome).containsOnly(Outcome.CORRECT);
    }

    /** Each check fails for the fault that it is there to find, and no other check takes that fault for its own. */
    @ParameterizedTest
    @CsvSource({
        "SEES_THE_FUTURE, causal-mask#0",
        "IS_DEAF, causal-mask#0",
        "CACHE_FORGETS, key-value-cache#0",
        "ANSWERS_DEPEND_ON_THE_BATCH, batch#0",
        "SCORES_KNOW_POSITIONS, relative-positions#0",
        "LOGITS_KNOW_POSITIONS, relative-positions#1",
        "STARTS_SURE_OF_ITSELF, initial-loss#0",
        "A_LOGIT_IS_MISSING, logits#0",
        "ASCII_TOKENIZER, round-trip#0 round-trip#1 round-trip#2",
        "TOKENS_BEYOND_VOCABULARY, round-trip#0 round-trip#1 round-trip#2",
        "MARKS_ARE_SPELT_OUT, round-trip#4",
        "A_LAYER_WAS_NOT_LOADED, parameters#0 inference-memory#0 training-memory#0",
        "A_MATRIX_IS_MULTIPLIED_TWICE, flops#0",
        "KEYS_ARE_KEPT_FOR_EVERY_HEAD, flops#0 inference-memory#0",
    })
    void aFaultBreaksTheChecksThatAreThereToFindIt(Fault fault, String expected) {
        assertThat(broken(findings(fault))).isEqualTo(new TreeSet<>(List.of(expected.split(" "))));
    }

    @Test
    void aLogitThatIsNoNumberBreaksAllThatIsMadeOfIt() {
        assertThat(broken(findings(Fault.A_LOGIT_IS_NAN)))
                .contains("logits#0", "relative-positions#1", "initial-loss#0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEES_THE_FUTURE | causal-mask#0 | other tokens from position 1, 18, 34 on: of the earlier positions, 3 of 53"
                        + " positions differ, the first is 0, by at most 3.8",
                "IS_DEAF | causal-mask#0 | other tokens from position 1, 18, 34 on: all 53 earlier positions keep their bits;"
                        + " 3 of the changes changed nothing even at their own position",
                "CACHE_FORGETS | key-value-cache#0 | 33 tokens one by one and 7 by 7: 58 of 66 positions differ, the first is 1,"
                        + " by at most 3.9",
                "ANSWERS_DEPEND_ON_THE_BATCH | batch#0 | 6 requests in one batch and one by one in reverse: 6 log-likelihoods"
                        + " differ, by at most 4.5",
                "SCORES_KNOW_POSITIONS | relative-positions#0 | scores of 20 x 20 tokens, moved by 1 and 44 positions: they"
                        + " differ by at most 0.0",
                "LOGITS_KNOW_POSITIONS | relative-positions#1 | logits after 20 tokens, moved by 1 and 44 positions: they differ"
                        + " by at most 1.",
                "STARTS_SURE_OF_ITSELF | initial-loss#0 | loss 6.",
                "A_LOGIT_IS_NAN | logits#0 | 8 rows for 8 tokens, 300 logits each for a vocabulary of 300 (tokenizer 258), 1"
                        + " not finite, from -",
                "A_LOGIT_IS_MISSING | logits#0 | 8 rows for 8 tokens, 299 to 300 logits each for a vocabulary of 300",
                "A_ROW_IS_MISSING | logits#0 | 7 rows for 8 tokens, 300 logits each",
                "ASCII_TOKENIZER | round-trip#0 | English: 83 bytes in 77 tokens and back, from byte 6 on '?ve caf? owner s'"
                        + " instead of '\\xc3\\xafve caf\\xc3\\xa9 owner'",
                "TOKENS_BEYOND_VOCABULARY | round-trip#1 | Chinese: 85 bytes in 85 tokens, 81 of them not in the vocabulary of 258",
                "MARKS_ARE_SPELT_OUT | round-trip#4 | control marks: 2, of which 2 are not one token and back, such as '<s>'"
                        + " (256), '</s>' (257)",
                "A_LAYER_WAS_NOT_LOADED | parameters#0 | 5,800 parameters counted, but 6,296 by the formula",
                "A_MATRIX_IS_MULTIPLIED_TWICE | flops#0 | 14,016 operations forward counted, but 13,824 by the formula; context"
                        + " 64, 7,872 of them without attention",
            })
    void evidenceSaysWhatWasFound(Fault fault, String check, String evidence) {
        Checked finding = findings(fault).get(check);

        assertThat(finding.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(finding.text()).startsWith(evidence);
        assertThat(finding.text().lines()).hasSize(1);
    }

    @Test
    void logitsOfMovedTokensAreNotComparedWhereNumbersAreRounded() {
        Map<String, Checked> findings = findings(Fault.COMPUTES_IN_BF16);

        assertThat(broken(findings)).isEmpty();
        assertThat(findings.get("relative-positions#1").outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(findings.get("relative-positions#1").text())
                .isEqualTo(
                        "logits of moved tokens: precision bf16 may round numbers on their way through the model; make this"
                                + " check with -Dprecision=fp32");
    }

    /** Two roundings of bf16, 2^-7, are more than fp32 may differ. */
    @Test
    void scoresMayDifferByWhatStoringThemInFewBitsLoses() {
        assertThat(findings(Fault.COMPUTES_IN_BF16).get("relative-positions#0").numbers())
                .containsEntry("tolerance", 0x1p-5)
                .hasEntrySatisfying(
                        "relativeDifference",
                        difference -> assertThat(difference).isCloseTo(0x1p-7, within(1e-6)));
        assertThat(findings(Fault.NONE).get("relative-positions#0").numbers()).containsEntry("tolerance", 1e-5);
    }

    @Test
    void evidenceHoldsTheFiguresByName() {
        Map<String, Checked> findings = findings(Fault.NONE);

        assertThat(findings.get("parameters#0").numbers()).isEqualTo(Map.of("counted", 6296.0, "formula", 6296.0));
        assertThat(findings.get("causal-mask#0").numbers())
                .containsEntry("earlierPositions", 53.0)
                .containsEntry("earlierPositionsThatDiffer", 0.0);
    }

    @Test
    void aVocabularyWithoutControlMarksLeavesNothingToCheck() {
        Checked finding = findings(Fault.NO_MARKS).get("round-trip#4");

        assertThat(finding.outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(finding.text()).isEqualTo("control marks: the vocabulary has none");
    }

    @Test
    void aSequenceOfOneTokenIsAnErrorThatSaysWhy() {
        assertThatThrownBy(() -> SampleTokens.of(new ToyModel(Fault.NONE), 1))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("the check needs a sequence of 2 tokens, but the tokenizer makes ")
                .hasMessageEndingWith(" characters, and the model's context is 64");
    }

    @Test
    void everyCheckHasAStatementOfItsOwnInOneSentence() {
        List<String> statements = new ArrayList<>();
        Checks.subjects().forEach(subject -> Checks.of(subject).forEach(check -> statements.add(check.statement())));

        assertThat(statements).doesNotHaveDuplicates().allMatch(statement -> statement.endsWith("."));
    }

    private static Map<String, Checked> findings(Fault fault) {
        Map<String, Checked> findings = new LinkedHashMap<>();
        ToyModel model = new ToyModel(fault);
        for (Subject subject : Checks.subjects()) {
            List<Check> checks = Checks.of(subject);
            for (int i = 0; i < checks.size(); i++) {
                if (fault != Fault.A_ROW_IS_MISSING || subject.id().equals("logits")) {
                    findings.put(subject.id() + "#" + i, checks.get(i).examine(model));
                }
            }
        }
        return findings;
    }

    private static Set<String> broken(Map<String, Checked> findings) {
        return findings.entrySet().stream()
                .filter(entry -> entry.getValue().outcome() == Outcome.WRONG)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
