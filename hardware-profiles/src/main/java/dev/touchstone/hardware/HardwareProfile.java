package dev.touchstone.hardware;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * One GPU, or a processor.
 *
 * @param name as in {@code -Dprofile}, such as {@code a100-80gb}
 * @param title its name for people
 * @param architecture what it can do
 * @param devices names that {@code nvidia-smi} gives it, without the maker's
 * @param memory in GB; null if unknown
 * @param bandwidth between memory and arithmetic, in GB/s; null if unknown
 * @param power in W; null if unknown
 * @param peaks operations a second
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record HardwareProfile(
        String name,
        String title,
        Architecture architecture,
        List<String> devices,
        @Nullable Figure memory,
        @Nullable Figure bandwidth,
        @Nullable Figure power,
        List<Peak> peaks) {

    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;

    public HardwareProfile {
        devices = List.copyOf(devices);
        peaks = List.copyOf(peaks);
    }

    /**
     * Its memory. A sheet's GB is read as 10^9 bytes: devices have some 7 % more (80 GB are 85.5 * 10^9 bytes), of which the driver and the program
     * take a part.
     */
    public OptionalLong memoryBytes() {
        return memory == null ? OptionalLong.empty() : OptionalLong.of(Math.round(memory.value() * GIGA));
    }

    /** Bytes a second from its memory. */
    public OptionalDouble bytesPerSecond() {
        return bandwidth == null ? OptionalDouble.empty() : OptionalDouble.of(bandwidth.value() * GIGA);
    }

    /** Operations a second on a type: dense, with sums of 32 bits. Empty if unknown. */
    public OptionalDouble operationsPerSecond(String type) {
        return peaks.stream()
                .filter(peak -> peak.type().equals(type) && peak.isForModels())
                .mapToDouble(peak -> peak.figure().value() * TERA)
                .findFirst();
    }

    /** Whether {@code nvidia-smi} means this device by the name. A10 is not A10G, and not A100. */
    boolean isCalled(String device) {
        return devices.stream().anyMatch(name -> device.equals(name) || device.endsWith(" " + name));
    }
}
