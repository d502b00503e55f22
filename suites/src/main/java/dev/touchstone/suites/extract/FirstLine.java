package dev.touchstone.suites.extract;

import dev.touchstone.suites.PythonWhitespace;

/**
 * The first line without whitespace at its ends: lm-eval 0.4.13 {@code tasks/mmlu/generative}, filter {@code get_response}, whose patterns
 * {@code ^(.*?)(?=\n|$)}, strip and {@code ^(.*?)\s*$} come to this. lm-eval answers an empty line with the empty text, we with none.
 */
final class FirstLine implements Extractor {

    @Override
    public Extraction extract(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        int from = line.length() - PythonWhitespace.stripStart(line).length();
        return Extraction.of(
                "first-line", text, from, PythonWhitespace.stripEnd(line).length());
    }
}
