package dev.touchstone.plan;

import dev.touchstone.config.Similar;
import dev.touchstone.hardware.HardwareException;
import dev.touchstone.hardware.HardwareProfile;
import dev.touchstone.hardware.HostProcessor;
import dev.touchstone.hardware.InstalledGpu;
import dev.touchstone.hardware.ProfileCatalog;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which hardware a run is planned for: what the property {@code profile} means on this machine. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ProfileChoice {

    private static final String AUTO = "auto";

    private final Supplier<List<InstalledGpu>> gpus;

    /** @param gpus asked only when the answer depends on them */
    ProfileChoice(Supplier<List<InstalledGpu>> gpus) {
        this.gpus = gpus;
    }

    /** On this machine. */
    public static ProfileChoice onThisMachine() {
        return new ProfileChoice(InstalledGpu::all);
    }

    /**
     * The profile.
     *
     * @throws HardwareException if there is none of that name, or this machine has another GPU
     */
    public HardwareProfile of(String value) {
        if (value.equals(HostProcessor.NAME)) {
            return HostProcessor.profile();
        }
        if (value.equals(AUTO)) {
            return installed();
        }
        return requireInstalled(isFile(value) ? read(value) : named(value));
    }

    private HardwareProfile installed() {
        List<InstalledGpu> found = gpus.get();
        if (found.isEmpty()) {
            throw new HardwareException("profile 'auto' finds no NVIDIA GPU, as nvidia-smi names none; pass -Dprofile="
                    + HostProcessor.NAME + " or the profile to plan for, such as -Dprofile=a100-80gb");
        }
        return found.stream()
                .flatMap(gpu -> gpu.profile().stream())
                .findFirst()
                .orElseThrow(() -> new HardwareException("there is no profile of this machine's GPU, " + names(found)
                        + "; describe it in a YAML file like those of Touchstone, and pass -Dprofile=FILE"));
    }

    private static HardwareProfile named(String name) {
        return ProfileCatalog.of(name).orElseThrow(() -> {
            List<String> legal = new ArrayList<>(List.of(HostProcessor.NAME, AUTO));
            legal.addAll(ProfileCatalog.names());
            String hint = Similar.to(name, legal)
                    .map(similar -> "did you mean '" + similar + "'? ")
                    .orElse("");
            return new HardwareException("unknown hardware profile '" + name + "'; " + hint + "legal: "
                    + String.join(", ", legal) + ", or a YAML file");
        });
    }

    private static HardwareProfile read(String file) {
        try {
            return ProfileCatalog.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw new HardwareException("the hardware profile '" + file + "' is no path: " + e.getReason());
        }
    }

    /** A run on a machine with a GPU that pretends to be another one would mislead. */
    private HardwareProfile requireInstalled(HardwareProfile profile) {
        if (profile.architecture().isProcessor() || profile.devices().isEmpty()) {
            return profile;
        }
        List<InstalledGpu> found = gpus.get();
        if (!found.isEmpty() && found.stream().noneMatch(gpu -> gpu.is(profile))) {
            throw new HardwareException("profile '" + profile.name() + "' is a " + profile.title()
                    + ", but this machine has " + names(found) + "; pass -Dprofile=" + AUTO
                    + ", or plan for another GPU on a machine without one");
        }
        return profile;
    }

    private static boolean isFile(String value) {
        return value.endsWith(".yaml") || value.endsWith(".yml") || value.contains("/") || value.contains("\\");
    }

    private static String names(List<InstalledGpu> gpus) {
        return gpus.stream().map(InstalledGpu::name).distinct().collect(Collectors.joining(", "));
    }
}
