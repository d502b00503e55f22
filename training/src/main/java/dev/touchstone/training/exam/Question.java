package dev.touchstone.training.exam;

import java.util.List;

/**
 * A question with the texts that may follow it.
 *
 * @param context what stands before each choice
 * @param choices with what is between context and choice
 * @param gold index of the right choice
 */
record Question(String context, List<String> choices, int gold) {

    Question {
        choices = List.copyOf(choices);
    }
}
