package dev.touchstone.suites.audit;

import dev.touchstone.suites.audit.DataAudit.Kind;
import dev.touchstone.suites.audit.DataAudit.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts that went through the wrong character set, or still carry another format's marks. */
final class Encoding {

    private static final Map<String, Pattern> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("the replacement character, where something could not be decoded", Pattern.compile("\uFFFD"));
        FAULTS.put(
                "UTF-8 that was read as Latin-1 or Windows-1252",
                Pattern.compile("[\u00C2\u00C3][\u0080-\u00BF]|\u00E2\u20AC[\u0090-\u00BF\u0152-\u2122]"));
        FAULTS.put("control characters", Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]"));
        FAULTS.put("a byte order mark inside a text", Pattern.compile("\uFEFF"));
        FAULTS.put("HTML entities", Pattern.compile("&(?:amp|lt|gt|quot|apos|nbsp|#\\d{2,5}|#x[0-9a-fA-F]{2,4});"));
        FAULTS.put("private characters, which only one font knows", Pattern.compile("\\p{Co}"));
    }

    private Encoding() {}

    static List<Warning> of(List<Entry> entries) {
        List<Warning> warnings = new ArrayList<>();
        FAULTS.forEach((fault, pattern) -> {
            List<String> ids = entries.stream()
                    .filter(entry -> pattern.matcher(entry.text()).find())
                    .map(Entry::id)
                    .toList();
            if (!ids.isEmpty()) {
                warnings.add(new Warning(Kind.ENCODING, "items with " + fault + ": " + ids.size(), ids));
            }
        });
        return warnings;
    }
}
