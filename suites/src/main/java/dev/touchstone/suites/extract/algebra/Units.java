package dev.touchstone.suites.extract.algebra;

import dev.touchstone.suites.extract.algebra.Form.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Takes the unit off an answer: {@code 5\text{ cm}^2} is 5 and {@code cm^2}. The known units are in {@code units.yaml}. */
final class Units {

    private static final Pattern DOLLARS = Pattern.compile("(-?)\\s*\\\\\\$\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PERCENT = Pattern.compile("(.*?)\\s*\\\\?%", Pattern.DOTALL);
    private static final Pattern DEGREES =
            Pattern.compile("(.*?)\\s*(?:\\^\\s*\\\\circ|\\^\\s*\\{\\s*\\\\circ\\s*\\}|\u00B0)", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile(
            "(.*?)\\s*\\\\(?:text|mbox|mathrm|textrm)\\{([^{}]*)\\}\\s*(?:\\^\\s*\\{?([23])\\}?)?", Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile(
            "(.*[0-9})])\\s*([a-zA-Z][a-zA-Z]+(?: [a-zA-Z]+)*)\\.?\\s*(?:\\^\\s*\\{?([23])\\}?)?", Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("\\\\(?:sin|cos|tan|cot|sec|csc)(?![a-zA-Z])");
    private static final Pattern POWER_WORD = Pattern.compile("(square|sq|cubic) (.*)");

    private static final Map<String, String> UNITS = read();

    private Units() {}

    /** A scalar and its unit; the unit is empty where there is none that is known. */
    static Scalar split(String text) {
        Matcher dollars = DOLLARS.matcher(text);
        if (dollars.matches()) {
            return scalar(dollars.group(1) + dollars.group(2), "dollar");
        }
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return scalar(percent.group(1), "percent");
        }
        Matcher degrees = DEGREES.matcher(text);
        if (degrees.matches() && !FUNCTION.matcher(text).find()) {
            return scalar(degrees.group(1), "degree");
        }
        return inWords(text);
    }

    private static Scalar inWords(String text) {
        for (Pattern pattern : new Pattern[] {TEXT, WORDS}) {
            Matcher matcher = pattern.matcher(text);
            String unit = matcher.matches() ? unit(matcher.group(2), matcher.group(3)) : "";
            if (!unit.isEmpty()) {
                return scalar(matcher.group(1), unit);
            }
        }
        return scalar(text, "");
    }

    private static String unit(String words, String power) {
        String name =
                words.strip().replaceAll("\\.$", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        Matcher powerWord = POWER_WORD.matcher(name);
        boolean named = powerWord.matches();
        String unit = UNITS.getOrDefault(named ? powerWord.group(2) : name, "");
        String exponent = named ? (powerWord.group(1).equals("cubic") ? "3" : "2") : power;
        return unit.isEmpty() || exponent == null ? unit : unit + "^" + exponent;
    }

    private static Scalar scalar(String text, String unit) {
        return new Scalar(ExpressionParser.parse(text), unit, text.strip());
    }

    private static Map<String, String> read() {
        try (InputStream in = Units.class.getResourceAsStream("units.yaml")) {
            Map<String, String> units = new HashMap<>();
            for (Map.Entry<String, JsonNode> row : new YAMLMapper().readTree(in).properties()) {
                units.put(row.getKey(), row.getKey());
                row.getValue().forEach(name -> units.put(name.asString(), row.getKey()));
            }
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
