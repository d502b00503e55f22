package dev.touchstone.suites.mini.glue;

/**
 * A word in one of its senses.
 *
 * @param sense what it means
 * @param forms one of the sense's words
 */
record Word(Sense sense, String forms) {

    /** The form at a place, or the only one. */
    String form(int place) {
        String[] all = forms.split("/", -1);
        return all[Math.min(place, all.length - 1)];
    }
}
