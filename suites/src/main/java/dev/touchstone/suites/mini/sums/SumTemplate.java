package dev.touchstone.suites.mini.sums;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Problems of one kind. In texts, {@code [x]} stands for a value or a word and {@code [[a * b]]} for a calculation with its result; see
 * {@link Wording}.
 *
 * @param id unique in the file
 * @param level 1 to 5, as MATH rates problems; 0 if not rated
 * @param words the list that each word is drawn from; words from one list differ
 * @param draw for each number its range ({@code 2..9}, bounds may be expressions) or its values ({@code 10 20 50})
 * @param let numbers that follow from others, in order
 * @param where conditions; numbers that break one are drawn anew
 * @param problem wordings
 * @param steps how to work it out
 * @param answer the answer
 * @param solution the steps as published solutions of MATH have them, with {@code \boxed{}} for the answer; empty for GSM8K
 */
record SumTemplate(
        String id,
        int level,
        Map<String, String> words,
        Map<String, String> draw,
        Map<String, String> let,
        List<String> where,
        List<String> problem,
        List<String> steps,
        String answer,
        String solution) {

    SumTemplate(
            String id,
            int level,
            @Nullable Map<String, String> words,
            Map<String, String> draw,
            @Nullable Map<String, String> let,
            @Nullable List<String> where,
            List<String> problem,
            List<String> steps,
            String answer,
            @Nullable String solution) {
        this.id = id;
        this.level = level;
        this.words = words == null ? Map.of() : words;
        this.draw = draw;
        this.let = let == null ? Map.of() : let;
        this.where = where == null ? List.of() : where;
        this.problem = problem;
        this.steps = steps;
        this.answer = answer;
        this.solution = solution == null ? "" : solution;
    }
}
