package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Types;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Python functions of lm-evaluation-harness 0.4.13's own tasks that this project does in Java. A function counts as known only when its file
 * has the bytes that were translated: under the same name another file may do anything.
 */
final class KnownFunctions {

    /** {@code tasks/hellaswag/utils.py}. */
    private static final String HELLASWAG = "07d23b60b28f2a4f658dcf8440623a63fe6644854ce9b846a114dde980dc1214";

    /** {@code tasks/race/preprocess_race.py}. */
    private static final String RACE = "15778ab69ca3b96c3d82618500ad59702ff7ea9dbf09e90e4505abc16ac53ad0";

    /** {@code tasks/winogrande/preprocess_winogrande.py}. */
    private static final String WINOGRANDE = "e55327629264a98f1d383fda24645b6779afb53fa0bce2150042b9416b1ae006";

    private static final Map<String, Function<Doc, Object>> OF_A_DOC = Map.of(
            RACE + " doc_to_text", Race::text,
            RACE + " doc_to_target", Race::target,
            RACE + " doc_to_choice", Race::choices,
            WINOGRANDE + " doc_to_text", Winogrande::text,
            WINOGRANDE + " doc_to_target", Winogrande::target,
            WINOGRANDE + " doc_to_choice", Winogrande::choices);

    private static final Map<String, Function<Doc, Map<String, Object>>> OF_A_DATA_SET =
            Map.of(HELLASWAG + " process_docs", Hellaswag::columns);

    private KnownFunctions() {}

    /**
     * The function that makes a value of a row.
     *
     * @throws TaskException if it is none of the known ones
     */
    static Function<Doc, Object> ofDoc(Entry entry) {
        return find(entry, OF_A_DOC);
    }

    /**
     * The function that makes columns of a row, for {@code process_docs}.
     *
     * @throws TaskException if it is none of the known ones
     */
    static Function<Doc, Map<String, Object>> ofDataSet(Entry entry) {
        return find(entry, OF_A_DATA_SET);
    }

    private static <T> T find(Entry entry, Map<String, T> known) {
        PythonFunction function = entry.function();
        String key = sha256(function.module()) + " " + function.function();
        if (!known.containsKey(key)) {
            throw entry.refuse(
                    "the Python function " + function.name()
                            + " is not supported; known are those of lm-evaluation-harness 0.4.13's hellaswag, race and winogrande, in unchanged files");
        }
        return Objects.requireNonNull(known.get(key));
    }

    /** Over the file with line feeds only; empty when there is none. */
    private static String sha256(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * A column that must be text.
     *
     * @throws PythonException if it is not
     */
    static String text(Doc doc, String column) {
        if (doc.get(column) instanceof String text) {
            return text;
        }
        throw new PythonException(
                "column '" + column + "' holds a value of type " + Types.name(doc.get(column)) + "; expected a text");
    }
}
