package dev.touchstone.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.MeasuredRuns;
import dev.touchstone.reports.SampleChecks;
import dev.touchstone.reports.SampleRuns;
import dev.touchstone.result.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemsCsvTest {

    private static final Path FOLDER = Path.of("run");

    @Test
    void aPageHasItsLoglikelihoodAndCounts() throws IOException {
        assertThat(lines(MeasuredRuns.pages(FOLDER), 0))
                .satisfies(lines -> assertThat(lines.get(0))
                        .isEqualTo("id,outcome,gold,answer,tokens,cut,promptSha256,error,loglikelihood,words,bytes"))
                .satisfies(lines -> assertThat(lines.get(2))
                        .startsWith("wikitext/wikitext#1,measured,,,0,0,")
                        .endsWith(",,-170.250000,47,245"))
                .satisfies(lines -> assertThat(lines.get(4))
                        .startsWith("wikitext/wikitext#3,error,,,0,0,")
                        .endsWith(",the model's log-likelihood of the text is NaN"));
    }

    @Test
    void aPlaceOnAScaleHasPredictionAndGold() throws IOException {
        assertThat(lines(MeasuredRuns.mixed(FOLDER), 1))
                .satisfies(lines -> assertThat(lines.get(0)).endsWith(",error,loglikelihood 0,loglikelihood 5"))
                .satisfies(lines -> assertThat(lines.get(1))
                        .startsWith("glue/stsb#0,measured,3.8,2.500000,12,0,")
                        .endsWith(",,-1.500000,-1.500000"));
    }

    @Test
    void aCheckHasItsEvidence() throws IOException {
        assertThat(lines(SampleChecks.run(FOLDER), 1))
                .satisfies(lines -> assertThat(lines.get(0)).endsWith(",promptSha256,error,evidence"))
                .satisfies(lines -> assertThat(lines.get(1))
                        .startsWith("sanity/causal-mask#0,wrong,,,0,0,")
                        .endsWith(",,3 of 65 positions differ"));
    }

    @Test
    void columnsAreThoseOfItemsThatCouldBeEvaluated() throws IOException {
        assertThat(lines(SampleRuns.small(FOLDER), 0))
                .satisfies(lines -> assertThat(lines.get(0))
                        .endsWith(",error,loglikelihood A,loglikelihood B,loglikelihood C,loglikelihood D"))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("ceval/law#0,correct,B,B,120,0,"))
                .satisfies(lines -> assertThat(lines.get(4))
                        .startsWith("ceval/law#3,error,A,,123,0,")
                        .endsWith(",\"the prompt has 9000 tokens, the model sees 2048\""));
    }

    private static List<String> lines(RunResult run, int subject) throws IOException {
        return ItemsCsv.of(run.suites().get(0).subjects().get(subject).items())
                .lines()
                .toList();
    }
}
