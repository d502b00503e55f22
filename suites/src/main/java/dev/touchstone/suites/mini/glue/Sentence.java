package dev.touchstone.suites.mini.glue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with slots, such as {@code The {creature} sleeps[ {place}].}; what is in brackets may be left out; {@code a(n)} is a or an. */
final class Sentence {

    private static final Pattern PART = Pattern.compile("\\[([^\\]]*)]|([^\\[]+)");
    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa])\\(n\\) (\\w)");

    private final Lexicon lexicon;
    private final List<Part> parts = new ArrayList<>();

    Sentence(String pattern, Lexicon lexicon) {
        this.lexicon = lexicon;
        Matcher matcher = PART.matcher(pattern);
        while (matcher.find()) {
            boolean optional = matcher.group(1) != null;
            String text = optional ? matcher.group(1) : matcher.group(2);
            parts.add(new Part(text, slots(text), optional));
        }
    }

    private static List<Slot> slots(String text) {
        return Slot.PATTERN.matcher(text).results().map(Slot::of).toList();
    }

    /** All slots, in the sentence's order. */
    List<Slot> slots() {
        return parts.stream().flatMap(part -> part.slots().stream()).toList();
    }

    /** The slots that may be left out: one set for each part in brackets. */
    List<Set<String>> optional() {
        return parts.stream().filter(Part::optional).map(Part::keys).toList();
    }

    /** The sentence with these words, by the slots' keys; an optional part that lacks one is left out. */
    String text(Map<String, Word> words) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (!part.optional() || words.keySet().containsAll(part.keys())) {
                text.append(Slot.PATTERN.matcher(part.text()).replaceAll(match -> word(Slot.of(match), words)));
            }
        }
        return capital(ARTICLE.matcher(text).replaceAll(Sentence::article));
    }

    private String word(Slot slot, Map<String, Word> words) {
        return words.get(slot.key()).form(lexicon.form(slot.category(), slot.form()));
    }

    private static String article(java.util.regex.MatchResult match) {
        String an = "aeiouAEIOU".contains(match.group(2)) ? "n " : " ";
        return match.group(1) + an + match.group(2);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private record Part(String text, List<Slot> slots, boolean optional) {

        Set<String> keys() {
            Set<String> keys = new LinkedHashSet<>();
            slots.forEach(slot -> keys.add(slot.key()));
            return keys;
        }
    }
}
