package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.training.data.Cursor;
import dev.touchstone.training.exam.Exam;
import dev.touchstone.training.model.ModelShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    @Test
    void saysHowMuchWasReadAndWhatWasAnswered() {
        Progress progress = new Progress(12, 34_567, 8.9, Cursor.START);
        List<Exam.Result> results = List.of(
                new Exam.Result("mini items", 150, 200, 0.25), new Exam.Result("held-back facts", 38, 150, 0.25));

        assertThat(ModelCard.text(ModelShape.builtIn(4096), progress, results))
                .startsWith("---\nlicense: apache-2.0\n")
                .contains("A Llama-style decoder of 2,816,064 parameters", "12 steps, 34,567 tokens")
                .contains("| mini items | 150 | 200 | 75.0 | 25.0 |\n| held-back facts | 38 | 150 | 25.3 | 25.0 |\n");
    }
}
