package dev.touchstone.reports.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelDescription;
import dev.touchstone.reports.SampleChecks;
import dev.touchstone.reports.SampleItems;
import dev.touchstone.reports.SampleRuns;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now = 7 * SECOND;

    @Test
    void saysWhatWasLoadedAndHowLongItTook() {
        ConsoleProgress progress = progress(false);

        progress.modelLoading("gguf:small.gguf");
        progress.modelLoaded(
                new ModelDescription(
                        "gguf:small.gguf",
                        "sha256:00",
                        "llama",
                        15_200_000,
                        2048,
                        "native",
                        "vector-512",
                        Map.of("threads", "2")),
                830_000_000);

        assertThat(lines())
                .containsExactly(
                        "Loading gguf:small.gguf",
                        "Loaded in 0.8 s: llama, 15.2 M parameters, precision native, kernel vector-512, 2 threads");
    }

    @Test
    void countsChecksThatHold() {
        ConsoleProgress progress = progress(false);

        progress.suiteStarted("Sanity", 5, 100);
        SampleChecks.run(Path.of("run"))
                .suites()
                .get(0)
                .subjects()
                .forEach(subject -> subject.items().forEach(check -> {
                    now += SECOND;
                    progress.itemFinished(check, 20);
                }));
        progress.suiteFinished(SampleRuns.small(Path.of("run")).suites().get(0));

        assertThat(lines()).last().isEqualTo("Sanity  5/5 items  100 %  1.0 items/s  errors 1  2 hold  in 0:05");
    }

    @Test
    void printsALineEveryFiveSecondsAndOneAtTheEnd() {
        ConsoleProgress progress = progress(false);

        progress.suiteStarted("C-Eval", 24, 2400);
        for (int i = 0; i < 24; i++) {
            now += SECOND / 2;
            progress.itemFinished(SampleItems.answered("law", i, 0, i % 4), 100);
        }
        progress.suiteFinished(SampleRuns.small(Path.of("run")).suites().get(0));

        assertThat(lines())
                .containsExactly(
                        "C-Eval  10/24 items  41 %  2.0 items/s  running acc 30.0 %  time left 0:07",
                        "C-Eval  20/24 items  83 %  2.0 items/s  running acc 25.0 %  time left 0:02",
                        "C-Eval  24/24 items  100 %  2.0 items/s  acc 25.0 %  in 0:12");
    }

    @Test
    void makesNoEstimateFromOneItem() {
        ConsoleProgress progress = progress(false);

        progress.suiteStarted("C-Eval", 10, 1000);
        now += 6 * SECOND;
        progress.itemFinished(SampleItems.answered("law", 0, 0, 0), 100);

        assertThat(lines())
                .containsExactly("C-Eval  1/10 items  10 %  0.2 items/s  running acc 100.0 %  time left estimating");
    }

    @Test
    void countsErrorsApartFromWrongAnswers() {
        ConsoleProgress progress = progress(false);

        progress.suiteStarted("C-Eval", 10, 1000);
        progress.itemFinished(SampleItems.answered("law", 0, 0, 0), 100);
        now += 5 * SECOND;
        progress.itemFinished(SampleItems.error("law", 1), 100);

        assertThat(lines())
                .containsExactly(
                        "C-Eval  2/10 items  20 %  0.4 items/s  errors 1  running acc 100.0 %  time left estimating");
    }

    @Test
    void redrawsOneLineOnATerminal() {
        ConsoleProgress progress = progress(true);

        progress.suiteStarted("C-Eval", 2, 200);
        now += SECOND;
        progress.itemFinished(SampleItems.answered("law", 0, 0, 0), 100);

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("\rC-Eval  1/2 items")
                .endsWith("\u001b[K");
    }

    @Test
    void estimatesTheTimeLeftFromBytesNotFromItems() {
        TimeLeft timeLeft = new TimeLeft(100_000, 0);
        for (int i = 1; i <= 4; i++) {
            timeLeft.done(1000, i * SECOND);
        }

        assertThat(timeLeft.nanos(4 * SECOND).orElseThrow() / SECOND).isEqualTo(96);
    }

    @Test
    void theEstimateFollowsAChangeOfSpeedWithinAMinute() {
        TimeLeft timeLeft = new TimeLeft(1_000_000, 0);
        long time = 0;
        for (int i = 0; i < 60; i++) {
            timeLeft.done(1000, time += SECOND);
        }
        for (int i = 0; i < 60; i++) {
            timeLeft.done(500, time += SECOND);
        }

        double exact = 910_000 / 500.0;
        assertThat((double) timeLeft.nanos(time).orElseThrow() / SECOND).isBetween(0.85 * exact, exact);
    }

    private ConsoleProgress progress(boolean live) {
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        return new ConsoleProgress(new Terminal(out, live, new Style(false, StandardCharsets.UTF_8)), () -> now);
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
