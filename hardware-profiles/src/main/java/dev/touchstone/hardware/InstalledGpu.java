package dev.touchstone.hardware;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A GPU of this machine.
 *
 * @param name as {@code nvidia-smi} has it, such as {@code NVIDIA A100-SXM4-80GB}
 * @param memoryMebibytes all of its memory
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record InstalledGpu(String name, long memoryMebibytes) {

    /** Its profile, if there is one. */
    public Optional<HardwareProfile> profile() {
        return ProfileCatalog.all().stream()
                .filter(profile -> profile.isCalled(name))
                .findFirst();
    }

    /** Whether it is what a profile describes. */
    public boolean is(HardwareProfile profile) {
        return profile.isCalled(name);
    }

    /** Reads what {@code nvidia-smi --query-gpu=name,memory.total --format=csv,noheader,nounits} prints; other lines are skipped. */
    static List<InstalledGpu> parse(String output) {
        return output.lines()
                .map(line -> line.split(", *"))
                .filter(cells -> cells.length == 2 && cells[1].strip().matches("[0-9]+"))
                .map(cells -> new InstalledGpu(cells[0].strip(), Long.parseLong(cells[1].strip())))
                .toList();
    }
}
