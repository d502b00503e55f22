package dev.touchstone.suites.mini.glue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with slots, such as {@code The {creature} sleeps[ {place}].}; what is in brackets may be left out; {@code a(n)} is a or an. */
final class Sentence {

    private static final Pattern PART = Pattern.compile("\\[([^\\]]*)]|([^\\[]+)");
    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa])\\(n\\) (\\w)");

    private final Lexicon lexicon;
    private final List<Part> parts = new ArrayList<>();
    private final List<Slot> slots;

    Sentence(String pattern, Lexicon lexicon) {
        this.lexicon = lexicon;
        Matcher matcher = PART.matcher(pattern);
        while (matcher.find()) {
            boolean optional = matcher.group(1) != null;
            parts.add(Part.of(optional ? matcher.group(1) : matcher.group(2), optional));
        }
        slots = parts.stream().flatMap(part -> part.slots().stream()).toList();
    }

    /** All slots, in the sentence's order. */
    List<Slot> slots() {
        return slots;
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
                append(part, words, text);
            }
        }
        return capital(ARTICLE.matcher(text).replaceAll(Sentence::article));
    }

    private void append(Part part, Map<String, Word> words, StringBuilder text) {
        text.append(part.literals().get(0));
        for (int i = 0; i < part.slots().size(); i++) {
            Slot slot = part.slots().get(i);
            text.append(words.get(slot.key()).form(lexicon.form(slot.category(), slot.form())));
            text.append(part.literals().get(i + 1));
        }
    }

    private static String article(MatchResult match) {
        String an = "aeiouAEIOU".contains(match.group(2)) ? "n " : " ";
        return match.group(1) + an + match.group(2);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A literal before each slot and one after the last. */
    private record Part(List<String> literals, List<Slot> slots, Set<String> keys, boolean optional) {

        static Part of(String text, boolean optional) {
            List<Slot> slots =
                    Slot.PATTERN.matcher(text).results().map(Slot::of).toList();
            Set<String> keys = new LinkedHashSet<>();
            slots.forEach(slot -> keys.add(slot.key()));
            return new Part(List.of(Slot.PATTERN.split(text, -1)), slots, keys, optional);
        }
    }
}
