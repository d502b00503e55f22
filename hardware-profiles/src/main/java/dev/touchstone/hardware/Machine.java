package dev.touchstone.hardware;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What this machine has.
 *
 * @param gpus NVIDIA's, possibly none
 * @param processor the processor, as a profile called {@code host}
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Machine(List<InstalledGpu> gpus, HardwareProfile processor) {

    /** The name of the processor's profile. */
    public static final String HOST = "host";

    /** Looks, which takes a moment where there is a driver. */
    public static Machine detect() {
        return new Machine(NvidiaSmi.gpus(), HostProcessor.profile());
    }
}
