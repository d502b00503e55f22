package dev.touchstone.suites.extract.algebra;

import dev.touchstone.suites.extract.algebra.Form.Named;
import dev.touchstone.suites.extract.algebra.Form.Relation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads equations, inequalities and values with a name. */
final class RelationReader {

    private static final Pattern NAME = Pattern.compile(
            "(?:[a-zA-Z]|\\\\(?:alpha|beta|gamma|theta|lambda|mu|phi))(?:_\\{?[a-zA-Z0-9]\\}?)?\\s*(?:\\(\\s*[a-z]\\s*\\))?");

    private RelationReader() {}

    static boolean isRelation(String answer) {
        return signs().anyMatch(sign -> Brackets.split(answer, sign).size() > 1);
    }

    static Form read(String answer) {
        List<String> signs =
                signs().filter(sign -> Brackets.split(answer, sign).size() > 1).toList();
        List<String> sides = Brackets.split(answer, signs.get(0));
        if (signs.size() > 1 || sides.size() != 2) {
            throw new Undecidable("a chain of relations is not compared");
        }
        String sign = signs.get(0);
        String left = sides.get(0).strip();
        if ((sign.equals("=") || sign.equals("\\in")) && NAME.matcher(left).matches()) {
            return new Named(left.replaceAll("[\\s{}]", ""), FormReader.read(sides.get(1)));
        }
        if (sign.equals("\\in")) {
            throw new Undecidable("what is no variable cannot be in a set");
        }
        return relation(sign, ExpressionParser.parse(left), ExpressionParser.parse(sides.get(1)));
    }

    private static Relation relation(String sign, Expression left, Expression right) {
        return switch (sign) {
            case ">" -> new Relation("<", right, left);
            case "\u2265" -> new Relation("\u2264", right, left);
            default -> new Relation(sign, left, right);
        };
    }

    private static Stream<String> signs() {
        return Stream.of("=", "<", ">", "\u2264", "\u2265", "\u2260", "\\in");
    }
}
