package dev.touchstone.suites.extract.algebra;

import dev.touchstone.suites.extract.algebra.Equivalence.Undecided;
import dev.touchstone.suites.extract.algebra.Form.Named;
import dev.touchstone.suites.extract.algebra.Form.Relation;
import dev.touchstone.suites.extract.algebra.Form.Scalar;
import dev.touchstone.suites.extract.algebra.Form.Several;
import dev.touchstone.suites.extract.algebra.Form.Words;
import java.util.ArrayList;
import java.util.List;

/** Compares answers of the same form; answers of different forms are different, or undecided where the form is a matter of writing. */
final class FormComparison {

    private FormComparison() {}

    static Equivalence compare(Form gold, Form answer) {
        if (gold instanceof Named || answer instanceof Named) {
            return named(gold, answer);
        }
        if (gold instanceof Words || answer instanceof Words) {
            return words(gold, answer);
        }
        if (gold instanceof Scalar first && answer instanceof Scalar second) {
            return scalars(first, second);
        }
        if (gold instanceof Relation first && answer instanceof Relation second) {
            return ScalarComparison.compare(first, second);
        }
        if (gold instanceof Several first && answer instanceof Several second) {
            return several(first, second);
        }
        return gold instanceof Relation || answer instanceof Relation
                ? new Undecided("a relation is not compared with a value")
                : Equivalence.DIFFERENT;
    }

    private static Equivalence named(Form gold, Form answer) {
        if (gold instanceof Named first && answer instanceof Named second) {
            return first.name().equals(second.name())
                    ? compare(first.value(), second.value())
                    : new Undecided("the values have different names");
        }
        Form first = gold instanceof Named named ? named.value() : gold;
        Form second = answer instanceof Named named ? named.value() : answer;
        return compare(first, second);
    }

    private static Equivalence words(Form gold, Form answer) {
        return text(gold).equalsIgnoreCase(text(answer))
                ? Equivalence.EQUAL
                : new Undecided("words are compared by their letters only");
    }

    /** The option's letter of {@code (B)}, or the words as they are; of another form nothing that words could equal. */
    private static String text(Form form) {
        String text = form instanceof Words words
                ? words.text()
                : form instanceof Scalar scalar ? scalar.text() : form.toString();
        return text.replaceAll("^\\(([A-Za-z])\\)$", "$1").replaceAll("\\s+", " ");
    }

    private static Equivalence scalars(Scalar gold, Scalar answer) {
        boolean sameUnit = gold.unit().equals(answer.unit());
        if (!sameUnit && !gold.unit().isEmpty() && !answer.unit().isEmpty()) {
            return new Undecided("the units differ");
        }
        Equivalence plain = ScalarComparison.compare(gold.expression(), answer.expression());
        if (sameUnit || plain.equals(Equivalence.EQUAL)) {
            return plain;
        }
        Equivalence converted = ScalarComparison.compare(
                ScalarComparison.withoutUnit(gold.expression(), gold.unit()),
                ScalarComparison.withoutUnit(answer.expression(), answer.unit()));
        return converted.equals(Equivalence.EQUAL) ? converted : plain;
    }

    private static Equivalence several(Several gold, Several answer) {
        boolean lists = (gold.brackets() + answer.brackets()).matches("[,{}]+");
        if (!lists && !gold.brackets().equals(answer.brackets())) {
            boolean union = gold.brackets().equals("\\cup") || answer.brackets().equals("\\cup");
            boolean sameNumber = gold.items().size() == answer.items().size();
            return sameNumber && !union && !(isInterval(gold) && isInterval(answer))
                    ? new Undecided("the same number of values stands in other brackets")
                    : Equivalence.DIFFERENT;
        }
        if (gold.items().size() != answer.items().size()) {
            return Equivalence.DIFFERENT;
        }
        return gold.isOrdered() ? ordered(gold.items(), answer.items()) : unordered(gold.items(), answer.items());
    }

    private static boolean isInterval(Several several) {
        return several.brackets().matches("[(\\[][)\\]]");
    }

    private static Equivalence ordered(List<Form> gold, List<Form> answer) {
        Equivalence result = Equivalence.EQUAL;
        for (int i = 0; i < gold.size(); i++) {
            Equivalence item = item(gold.get(i), answer.get(i));
            if (item.equals(Equivalence.DIFFERENT)) {
                return item;
            }
            result = item.equals(Equivalence.EQUAL) ? result : item;
        }
        return result;
    }

    /** Each value of the gold answer takes one that equals it. */
    private static Equivalence unordered(List<Form> gold, List<Form> answer) {
        List<Form> left = new ArrayList<>(answer);
        Equivalence result = Equivalence.EQUAL;
        for (Form item : gold) {
            Equivalence best = Equivalence.DIFFERENT;
            for (Form candidate : List.copyOf(left)) {
                Equivalence found = item(item, candidate);
                best = best.equals(Equivalence.DIFFERENT) || found.equals(Equivalence.EQUAL) ? found : best;
                if (found.equals(Equivalence.EQUAL)) {
                    left.remove(candidate);
                    break;
                }
            }
            if (best.equals(Equivalence.DIFFERENT)) {
                return best;
            }
            result = best.equals(Equivalence.EQUAL) ? result : best;
        }
        return result;
    }

    /** A name among several values says which one is meant, so that it cannot be left out. */
    private static Equivalence item(Form gold, Form answer) {
        return gold instanceof Named == answer instanceof Named
                ? compare(gold, answer)
                : new Undecided("some values have names, others have not");
    }
}
