package dev.touchstone.reports.console;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Where the console reports go. The only place in Touchstone that writes to the standard output. */
final class Terminal {

    /** Where the JVM says how the standard output is encoded: the first since Java 19, the second since 17. */
    private static final List<String> ENCODINGS = List.of("stdout.encoding", "native.encoding");

    private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";

    private final PrintStream out;
    private final boolean live;
    private final Style style;

    /**
     * @param live whether somebody watches, so that a line may be redrawn
     * @param style what can be shown
     */
    Terminal(PrintStream out, boolean live, Style style) {
        this.out = out;
        this.live = live;
        this.style = style;
    }

    /** The process's standard output. Below Surefire or a pipe it is not live and has no colours. */
    static Terminal standard() {
        Map<String, String> environment = System.getenv();
        boolean live = isTerminal() && !"dumb".equals(environment.get("TERM"));
        return new Terminal(System.out, live, new Style(hasColour(live, environment), charset()));
    }

    /** Colours need a terminal, and https://no-color.org says: any value of NO_COLOR that is not empty forbids them. */
    static boolean hasColour(boolean live, Map<String, String> environment) {
        return live && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    boolean isLive() {
        return live;
    }

    Style style() {
        return style;
    }

    /** Prints whole lines, in one piece. */
    void print(List<String> lines) {
        out.print(String.join(System.lineSeparator(), lines) + System.lineSeparator());
        out.flush();
    }

    /** Redraws the current line; only for a live terminal. */
    void redraw(String line) {
        out.print("\r" + line + CLEAR_TO_END_OF_LINE);
        out.flush();
    }

    /** From Java 22 on there may be a console without a terminal, and a method that says so. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static Charset charset() {
        return ENCODINGS.stream()
                .map(System::getProperty)
                .filter(name -> name != null && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElse(StandardCharsets.US_ASCII);
    }
}
