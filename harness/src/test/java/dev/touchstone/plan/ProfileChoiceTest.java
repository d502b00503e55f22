package dev.touchstone.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.hardware.HardwareException;
import dev.touchstone.hardware.InstalledGpu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileChoiceTest {

    private static final InstalledGpu A100 = new InstalledGpu("NVIDIA A100-SXM4-80GB", 81_920);

    @TempDir
    Path folder;

    @Test
    void hostIsTheProcessor() {
        assertThat(with(A100).of("host").architecture().isProcessor()).isTrue();
    }

    @Test
    void autoIsTheGpu() {
        assertThat(with(A100).of("auto").name()).isEqualTo("a100-80gb");
        assertThat(with(new InstalledGpu("NVIDIA A10G", 1), A100).of("auto").name())
                .isEqualTo("a100-80gb");
    }

    @Test
    void autoWithoutAGpuTellsWhatToPass() {
        assertProblem(
                with(),
                "auto",
                "profile 'auto' finds no NVIDIA GPU, as nvidia-smi names none; pass -Dprofile=host or the profile to plan for, such"
                        + " as -Dprofile=a100-80gb");
        assertProblem(
                with(new InstalledGpu("NVIDIA A10G", 1)),
                "auto",
                "there is no profile of this machine's GPU, NVIDIA A10G; describe it in a YAML file like those of Touchstone, and"
                        + " pass -Dprofile=FILE");
    }

    @Test
    void withoutAGpuAnyCanBePlannedFor() {
        assertThat(with().of("v100-32gb").name()).isEqualTo("v100-32gb");
    }

    @Test
    void withAGpuItIsThatOneOrAnError() {
        assertThat(with(A100).of("a100-80gb").name()).isEqualTo("a100-80gb");
        assertProblem(
                with(A100),
                "v100-32gb",
                "profile 'v100-32gb' is a NVIDIA V100 SXM2 32 GB, but this machine has NVIDIA A100-SXM4-80GB; pass -Dprofile=auto,"
                        + " or plan for another GPU on a machine without one");
    }

    @Test
    void anUnknownNameListsTheLegalOnesAndTheNearest() {
        assertThatThrownBy(() -> with().of("a100-80g"))
                .isInstanceOf(HardwareException.class)
                .hasMessageStartingWith(
                        "unknown hardware profile 'a100-80g'; did you mean 'a100-80gb'? legal: host, auto, v100-16gb, v100-32gb, ")
                .hasMessageEndingWith(", b200, or a YAML file");
    }

    @Test
    void aFileIsAProfile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"), "title: Mine\narchitecture: \"9.0\"\n", StandardCharsets.UTF_8);
        assertThat(with(A100).of(file.toString()).title()).isEqualTo("Mine");
    }

    private static void assertProblem(ProfileChoice choice, String value, String message) {
        assertThatThrownBy(() -> choice.of(value))
                .isInstanceOf(HardwareException.class)
                .hasMessage(message);
    }

    private static ProfileChoice with(InstalledGpu... gpus) {
        return new ProfileChoice(() -> List.of(gpus));
    }
}
