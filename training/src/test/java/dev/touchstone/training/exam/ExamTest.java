package dev.touchstone.training.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.djl.tokenizers.HuggingFaceTokenizerProvider;
import dev.touchstone.training.Learner;
import dev.touchstone.training.SmallModel;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.DocumentEncoder;
import dev.touchstone.training.data.PackingPlan;
import dev.touchstone.training.data.RowsOfDocuments;
import dev.touchstone.training.tokenizer.BytePairs;
import dev.touchstone.training.tokenizer.TokenizerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamTest {

    @TempDir
    Path folder;

    private DocumentEncoder encoder;

    @BeforeEach
    void openTokenizer() throws IOException {
        TokenizerFiles.write(new BytePairs(List.of()), 128, folder);
        encoder = new DocumentEncoder(new HuggingFaceTokenizerProvider().open(folder));
    }

    @Test
    void theMostProbableChoiceIsTheAnswer() {
        Exam exam = new Exam(encoder, new PackingPlan(128, List.of(32, 64)));
        try (Learner learner = new Learner(SmallModel.weights(), 1)) {
            List<Question> right = new ArrayList<>();
            List<Question> wrong = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String context = "Question " + i + "\nAnswer:";
                List<String> choices = List.of(" red", " green" + i, " a much longer one", " " + i);
                int best = best(context, choices, learner);
                right.add(new Question(context, choices, best));
                wrong.add(new Question(context, choices, (best + 1) % choices.size()));
            }
            assertThat(exam.ask(new ExamSheet("all", right), learner)).isEqualTo(new Exam.Result("all", 30, 30, 0.25));
            assertThat(exam.ask(new ExamSheet("none", wrong), learner)).isEqualTo(new Exam.Result("none", 0, 30, 0.25));
        }
    }

    @Test
    void aQuestionThatIsTooLongIsRefused() {
        Exam exam = new Exam(encoder, new PackingPlan(128, List.of(8, 16)));
        ExamSheet sheet =
                new ExamSheet("long", List.of(new Question("How long is this?", List.of(" long", " short"), 0)));
        try (Learner learner = new Learner(SmallModel.weights(), 1)) {
            assertThatThrownBy(() -> exam.ask(sheet, learner))
                    .hasMessage("a question with its choice has 22 positions, more than the longest row of [8, 16]; "
                            + "take longer rows, or ask shorter questions");
        }
    }

    /** One choice at a time, alone in its batch. */
    private int best(String context, List<String> choices, Learner learner) {
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < choices.size(); i++) {
            Document document = Document.answer("one", context, choices.get(i));
            double loss = 0;
            for (float each : learner.losses(RowsOfDocuments.batch(List.of(encoder.encode(document)), 1, 64))) {
                loss += each;
            }
            if (loss < smallest) {
                smallest = loss;
                best = i;
            }
        }
        return best;
    }

    @Test
    void itemsAndHeldBackFactsAreAskedInTheSameForm() {
        ExamSheet items = ExamSheet.items(200);
        ExamSheet heldBack = ExamSheet.heldBack();

        assertThat(items.questions()).hasSize(200);
        assertThat(heldBack.questions()).hasSizeGreaterThan(100);
        Set<String> asked = new HashSet<>();
        items.questions().forEach(question -> asked.add(question.context()));
        assertThat(heldBack.questions()).allSatisfy(question -> {
            assertThat(question.choices()).hasSize(4).doesNotHaveDuplicates();
            assertThat(question.context()).matches("(?s).*(Answer:|答案：)");
            assertThat(asked).doesNotContain(question.context());
        });
    }
}
