package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.Literal;
import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Repr;
import dev.touchstone.suites.python.Sequences;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tasks/race/preprocess_race.py}: a row has an article, and its questions as a printed list, of which the last one is asked. */
final class Race {

    private static final String LETTERS = "ABCD";
    private static final String BLANK = "  _  .";

    private Race() {}

    static Object text(Doc doc) {
        List<Object> problems = problems(doc);
        StringBuilder text = new StringBuilder("Article: ")
                .append(KnownFunctions.text(doc, "article"))
                .append("\n\n");
        for (Object problem : problems.subList(0, problems.size() - 1)) {
            String question = field(problem, "question");
            String answer = options(problem).get(answer(problem)).toString();
            if (question.endsWith(BLANK)) {
                text.append(question, 0, question.length() - 5).append(answer).append('\n');
            } else {
                text.append("Question: ")
                        .append(question)
                        .append("\nAnswer: ")
                        .append(answer)
                        .append('\n');
            }
        }
        return text.append(field(last(problems), "question")).toString();
    }

    static Object target(Doc doc) {
        return (long) answer(last(problems(doc)));
    }

    static Object choices(Doc doc) {
        return options(last(problems(doc))).subList(0, LETTERS.length());
    }

    private static List<Object> problems(Doc doc) {
        List<Object> problems = Sequences.iterate(Literal.parse(KnownFunctions.text(doc, "problems")));
        if (problems.isEmpty()) {
            throw new PythonException("list index out of range: there is no problem");
        }
        return problems;
    }

    private static Object last(List<Object> problems) {
        return problems.get(problems.size() - 1);
    }

    private static List<Object> options(Object problem) {
        List<Object> options = Sequences.iterate(item(problem, "options"));
        if (options.size() < LETTERS.length()) {
            throw new PythonException("list index out of range: a problem has " + options.size() + " options");
        }
        return options;
    }

    private static int answer(Object problem) {
        String answer = field(problem, "answer");
        int index = answer.length() == 1 ? LETTERS.indexOf(answer) : -1;
        if (index < 0) {
            throw new PythonException("the answer is '" + answer + "'; legal: A, B, C, D");
        }
        return index;
    }

    private static String field(Object problem, String name) {
        return Repr.str(item(problem, name));
    }

    private static Object item(Object problem, String name) {
        @Nullable Object item = Sequences.item(problem, name);
        if (item == null) {
            throw new PythonException("a problem has no '" + name + "'");
        }
        return item;
    }
}
