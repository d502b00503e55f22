package dev.touchstone.suites.extract.algebra;

import dev.touchstone.suites.extract.algebra.Form.Named;
import dev.touchstone.suites.extract.algebra.Form.Several;
import dev.touchstone.suites.extract.algebra.Form.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an answer as a {@link Form}. */
final class FormReader {

    private static final Pattern WORDS =
            Pattern.compile("\\\\(?:text|textbf|mbox|mathrm|textrm)\\{([^{}]*)\\}|([A-Za-z]{3,}(?: [A-Za-z]+)*)");
    private static final Pattern INFINITY = Pattern.compile("([+-]?)\\s*\\\\infty");
    private static final Pattern EMPTY = Pattern.compile("\\\\emptyset|\\\\varnothing|\\\\\\{\\s*\\\\\\}");
    private static final Pattern REALS = Pattern.compile("\\\\mathbb\\{([A-Z])\\}");
    private static final Pattern MATRIX =
            Pattern.compile("\\\\begin\\{([pb]?)matrix\\}(.*)\\\\end\\{\\1matrix\\}", Pattern.DOTALL);
    private static final Pattern ENCLOSED =
            Pattern.compile("(\\\\\\{|\\\\langle|[(\\[])(.*?)(\\\\\\}|\\\\rangle|[)\\]])", Pattern.DOTALL);

    private FormReader() {}

    /**
     * Reads a text that {@link Spelling} has cleaned.
     *
     * @throws Undecidable with the reason why it cannot be read
     */
    static Form read(String text) {
        String answer = text.strip();
        Form words = words(answer);
        if (words != null) {
            return words;
        }
        List<String> items = Brackets.split(answer, ",");
        if (items.size() > 1) {
            return list(items);
        }
        List<String> pieces = Brackets.split(answer, "\\cup");
        if (pieces.size() > 1) {
            return new Several("\\cup", all(pieces));
        }
        return RelationReader.isRelation(answer) ? RelationReader.read(answer) : single(answer);
    }

    private static Form words(String answer) {
        Matcher words = WORDS.matcher(answer);
        if (words.matches() && (words.group(2) == null || !PrimaryParser.isProduct(words.group(2)))) {
            return new Words((words.group(1) == null ? words.group(2) : words.group(1)).strip());
        }
        Matcher infinity = INFINITY.matcher(answer);
        if (infinity.matches()) {
            return new Words((infinity.group(1).equals("-") ? "-" : "") + "infinity");
        }
        Matcher reals = REALS.matcher(answer);
        return EMPTY.matcher(answer).matches()
                ? new Words("empty set")
                : reals.matches() ? new Words("set " + reals.group(1)) : null;
    }

    /** {@code x=1, 2} and {@code x=1, x=2} are values of one variable; {@code x=1, y=2} are two named values. */
    private static Form list(List<String> texts) {
        List<Form> items = new ArrayList<>();
        for (Form item : all(texts)) {
            items.addAll(
                    item instanceof Several several && several.brackets().equals(",")
                            ? several.items()
                            : List.of(item));
        }
        List<String> names = items.stream()
                .flatMap(item -> item instanceof Named named ? Stream.of(named.name()) : Stream.empty())
                .toList();
        boolean firstIsNamed = items.get(0) instanceof Named;
        if (!firstIsNamed || names.stream().distinct().count() > 1) {
            return new Several(",", items);
        }
        List<Form> values = items.stream()
                .map(item -> item instanceof Named named ? named.value() : item)
                .toList();
        return new Named(names.get(0), new Several(",", values));
    }

    private static Form single(String answer) {
        Matcher matrix = MATRIX.matcher(answer);
        if (matrix.matches() && Brackets.enclose(answer)) {
            return matrix(matrix.group(2));
        }
        Matcher enclosed = ENCLOSED.matcher(answer);
        if (enclosed.matches() && Brackets.enclose(answer)) {
            List<String> items = Brackets.split(enclosed.group(2), ",");
            if (items.size() > 1 || enclosed.group(1).equals("\\{")) {
                return new Several(brackets(enclosed), all(items));
            }
        }
        return answer.contains("\\pm") || answer.contains("\\mp") || answer.contains("\u00B1")
                ? both(answer)
                : Units.split(answer);
    }

    private static String brackets(Matcher enclosed) {
        String brackets = enclosed.group(1) + enclosed.group(3);
        return brackets.equals("\\{\\}") ? "{}" : brackets.equals("\\langle\\rangle") ? "()" : brackets;
    }

    private static Form matrix(String body) {
        List<Form> cells = new ArrayList<>();
        int columns = 0;
        List<String> rows = Brackets.split(body, "\\\\").stream()
                .filter(row -> !row.isBlank())
                .toList();
        for (String row : rows) {
            List<String> texts = Brackets.split(row, "&");
            if (columns > 0 && columns != texts.size()) {
                throw new Undecidable("a matrix has rows of different length");
            }
            columns = texts.size();
            cells.addAll(all(texts));
        }
        return new Several("&" + columns, cells);
    }

    /** One plus-minus is two answers; two of them could go together or not. */
    private static Form both(String answer) {
        String sign = "\\\\pm(?![a-zA-Z])|\\\\mp(?![a-zA-Z])|\u00B1";
        if (answer.split(sign, -1).length != 2) {
            throw new Undecidable("more than one plus-minus can be read in two ways");
        }
        return new Several(",", all(List.of(answer.replaceFirst(sign, "+"), answer.replaceFirst(sign, "-"))));
    }

    private static List<Form> all(List<String> texts) {
        return texts.stream().map(FormReader::read).toList();
    }
}
