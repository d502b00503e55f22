package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.testing.GgufWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufFileTest {

    @TempDir
    Path folder;

    @Test
    void readsEveryKindOfScalar() {
        GgufFile file = GgufFile.open(StoredTypesTest.fixture());
        assertThat(file.version()).isEqualTo(3);
        assertThat(file.integer("test.uint8")).isEqualTo(255);
        assertThat(file.integer("test.int8")).isEqualTo(-128);
        assertThat(file.integer("test.uint16")).isEqualTo(65535);
        assertThat(file.integer("test.int16")).isEqualTo(-32768);
        assertThat(file.integer("test.uint32")).isEqualTo(4294967295L);
        assertThat(file.integer("test.int32")).isEqualTo(Integer.MIN_VALUE);
        assertThat(file.integer("test.uint64")).isEqualTo(Long.MAX_VALUE);
        assertThat(file.integer("test.int64")).isEqualTo(Long.MIN_VALUE);
        assertThat(file.real("test.float32")).isEqualTo(0.1f);
        assertThat(file.real("test.float64")).isEqualTo(0.1);
        assertThat(file.bool("test.bool")).isTrue();
        assertThat(file.string("test.string")).isEqualTo("Gr\u00f6\u00dfe \u5927\u5c0f \ud83d\ude00");
    }

    @Test
    void readsEveryKindOfArray() {
        GgufFile file = GgufFile.open(StoredTypesTest.fixture());
        assertThat(file.strings("test.strings")).containsExactly("", "a", "\u0120b");
        assertThat(file.floats("test.float32s")).containsExactly(0.5f, -0.25f);
        assertThat(file.integers("test.int32s")).containsExactly(-1, 0, 1);
        assertThat(file.integers("test.uint8s")).containsExactly(0, 255);
        assertThat(file.metadata())
                .containsEntry("test.bools", List.of(true, false))
                .containsEntry("test.uint32s", List.of(0L, 4294967295L))
                .containsEntry("test.int64s", List.of(-1L, 4294967296L));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsVersionsTwoAndThree(int version) {
        Path path = new GgufWriter().version(version).put("a", 1).write(folder.resolve("v.gguf"));
        GgufFile file = GgufFile.open(path);
        assertThat(file.version()).isEqualTo(version);
        assertThat(file.integer("a")).isEqualTo(1);
    }

    @Test
    void optionalAccessorsAreEmptyForAMissingKey() {
        GgufFile file = GgufFile.open(StoredTypesTest.fixture());
        assertThat(file.findString("nothing")).isEmpty();
        assertThat(file.findInteger("nothing")).isEmpty();
        assertThat(file.findReal("nothing")).isEmpty();
        assertThat(file.findBool("nothing")).isEmpty();
        assertThat(file.findStrings("nothing")).isEmpty();
        assertThat(file.findFloats("nothing")).isEmpty();
        assertThat(file.findIntegers("nothing")).isEmpty();
    }

    @Test
    void namesFileAndKeyOfAMissingValue() {
        GgufFile file = GgufFile.open(StoredTypesTest.fixture());
        assertThatThrownBy(() -> file.integer("llama.block_count"))
                .isInstanceOf(ModelException.class)
                .hasMessage(file.path() + " has no metadata 'llama.block_count', which is needed:"
                        + " convert the original model with a current llama.cpp");
    }

    @Test
    void namesFileAndKeyOfAValueOfAnotherType() {
        GgufFile file = GgufFile.open(StoredTypesTest.fixture());
        assertThatThrownBy(() -> file.findInteger("test.float64"))
                .isInstanceOf(ModelException.class)
                .hasMessage(file.path() + ": metadata 'test.float64' is 0.1, but an integer is expected:"
                        + " convert the original model with a current llama.cpp");
        assertThatThrownBy(() -> file.bool("general.architecture"))
                .hasMessageContaining("is the string 'test', but a boolean is expected");
        assertThatThrownBy(() -> file.string("test.int32s"))
                .hasMessageContaining("is an array, but a string is expected");
    }

    @Test
    void listsTensorsInTheFilesOrder() {
        GgufFile file = GgufFile.open(StoredTypesTest.fixture());
        assertThat(file.tensors().keySet())
                .startsWith("random.F32", "random.F16", "random.BF16", "random.Q8_0", "random.Q4_0", "random.Q4_1")
                .endsWith(
                        "random.Q5_0",
                        "random.Q5_1",
                        "random.Q2_K",
                        "random.Q3_K",
                        "random.Q4_K",
                        "random.Q5_K",
                        "random.Q6_K");
        assertThat(file.tensors().get("random.Q4_1").bytes()).isEqualTo(5 * 3 * 20);
    }
}
