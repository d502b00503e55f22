package dev.touchstone.suites.mini.crass;

import dev.touchstone.suites.mini.crass.Rule.Impossible;
import dev.touchstone.suites.mini.crass.Rule.Side;
import dev.touchstone.suites.mini.crass.Shape.Gold;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.Locale;
import java.util.Random;

/**
 * What happened, and what is imagined instead.
 *
 * @param rule whose thing it is
 * @param thing without an article
 * @param actual what happened, in the present tense
 * @param imagined what is imagined, after "had"
 */
record Scene(Rule rule, String thing, String actual, String imagined) {

    /** In one of so many scenes, what is imagined has the same effect as what happened. */
    private static final int SAME_SIDE = 4;

    /** Draws a scene in which that option is right. */
    static Scene draw(Rules rules, Rule rule, Gold gold, Random random) {
        String thing = Tables.pick(rule.things(), random);
        if (gold == Gold.IMPOSSIBLE) {
            Impossible impossible = rules.impossible(rule, random);
            Side side = Tables.pick(rule.sides(), random);
            return new Scene(rule, thing, Tables.pick(side.present(), random), impossible.had());
        }
        Side right = gold == Gold.ONE ? rule.one() : rule.other();
        Side wrong = gold == Gold.ONE ? rule.other() : rule.one();
        int place = random.nextInt(right.cases().size());
        String imagined = right.past().get(place);
        if (random.nextInt(SAME_SIDE) == 0) {
            return new Scene(
                    rule, thing, right.present().get((place + 1) % right.cases().size()), imagined);
        }
        return new Scene(rule, thing, Tables.pick(wrong.present(), random), imagined);
    }

    String premise() {
        return withArticle() + " " + actual + ".";
    }

    String question() {
        return question(thing, imagined);
    }

    static String question(String thing, String imagined) {
        return "What would have happened if the " + thing + " had " + imagined + "?";
    }

    String effect(Side side) {
        return "The " + thing + " would have " + side.then() + ".";
    }

    private String withArticle() {
        boolean vowel = "aeiou".indexOf(thing.toLowerCase(Locale.ROOT).charAt(0)) >= 0;
        return (vowel ? "An " : "A ") + thing;
    }
}
