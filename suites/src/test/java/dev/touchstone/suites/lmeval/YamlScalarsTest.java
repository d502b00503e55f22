package dev.touchstone.suites.lmeval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.python.Repr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlScalarsTest {

    @TempDir
    Path folder;

    /** As PyYAML 6.0.3 prints {@code yaml.safe_load} of it. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            yes, True
            No, False
            on, True
            y, 'y'
            null, None
            ~~, None
            1, 1
            -12, -12
            1_000, 1000
            010, 8
            08, '08'
            0x1F, 31
            0b11, 3
            0o17, '0o17'
            1:30, 90
            1.5, 1.5
            .5, 0.5
            1., 1.0
            1e3, '1e3'
            1.0e+3, 1000.0
            .inf, inf
            .nan, nan
            NULL, None
            'yes', 'yes'
            text, 'text'
            """)
    void aWordIsWhatPyYamlTakesItFor(String word, String printed) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "key: " + word + "\n");
        assertThat(Repr.repr(Values.plain(YamlFile.read(file).get("key")))).isEqualTo(printed);
    }

    @Test
    void whatIsMergedInStandsBackBehindOwnKeys() throws IOException {
        Path file =
                Files.writeString(folder.resolve("x.yaml"), "base: &b {a: 1, c: [x, 'y']}\nkey:\n  <<: *b\n  a: 2\n");
        assertThat(Repr.repr(Values.plain(YamlFile.read(file).get("key"))))
                .isIn("{'a': 2, 'c': ['x', 'y']}", "{'c': ['x', 'y'], 'a': 2}");
    }
}
