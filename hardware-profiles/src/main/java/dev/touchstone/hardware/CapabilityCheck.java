package dev.touchstone.hardware;

import dev.touchstone.hardware.Capabilities.Flash;
import dev.touchstone.hardware.Capabilities.Implementation;
import dev.touchstone.hardware.Capabilities.Need;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Says whether a device runs a precision and a kernel, and why not. Call {@link #of}. What it knows is in {@code capabilities.yaml}. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CapabilityCheck {

    /** The kernel that keeps no matrix of scores. */
    public static final String FLASH = "flash";

    /** The kernel that does. */
    public static final String STANDARD = "standard";

    private static final Capabilities DATA = Capabilities.load();

    private final Architecture architecture;

    private CapabilityCheck(Architecture architecture) {
        this.architecture = architecture;
    }

    /** Precisions that something is known of; P stands for a percentage. */
    public static List<String> precisions() {
        return DATA.precisionNames();
    }

    /**
     * Whether it runs.
     *
     * @param kernel of attention: {@link #FLASH} where that must run; anything else asks for the precision alone
     * @param headSize of the model's attention; 0 if unknown
     */
    public static Capability of(HardwareProfile profile, String precision, String kernel, int headSize) {
        Optional<Need> need = DATA.need(precision);
        if (need.isEmpty()) {
            return Capability.emulated(
                    "nothing is known of this precision on hardware; it runs as the model computes it");
        }
        CapabilityCheck check = new CapabilityCheck(profile.architecture());
        Capability arithmetic = check.arithmetic(need.get());
        if (!arithmetic.runs() || !kernel.equals(FLASH)) {
            return arithmetic;
        }
        Capability flash = check.flash(need.get(), headSize);
        return flash.runs() ? arithmetic : flash;
    }

    /** The attention kernel that {@code auto} would take. */
    public static String kernel(HardwareProfile profile, String precision, int headSize) {
        return DATA.need(precision)
                .map(need -> new CapabilityCheck(profile.architecture()).flash(need, headSize))
                .filter(Capability::runs)
                .map(capability -> FLASH)
                .orElse(STANDARD);
    }

    /** The type that a device multiplies for a precision, by which its speed is estimated. */
    static String arithmeticType(HardwareProfile profile, String precision) {
        CapabilityCheck check = new CapabilityCheck(profile.architecture());
        Optional<Need> need = DATA.need(precision);
        String wanted = need.map(Need::arithmetic).orElse("fp32");
        String type = wanted.equals("half") || !profile.architecture().has(wanted) ? check.half() : wanted;
        return profile.architecture().has(type) ? type : "fp32";
    }

    private Capability arithmetic(Need need) {
        if (architecture.isProcessor()) {
            return onProcessor(need);
        }
        if (need.implementation() != null) {
            return withKernel(
                    need, Objects.requireNonNull(DATA.implementations().get(need.implementation())));
        }
        if (need.isUnpackedOtherwise()) {
            return Capability.emulated(unpacked(need));
        }
        return architecture.has(need.arithmetic())
                ? Capability.allowed(need.arithmetic() + " arithmetic")
                : Capability.refused("no " + need.arithmetic() + " arithmetic" + begins(need.arithmetic()));
    }

    private Capability withKernel(Need need, Implementation kernel) {
        if (kernel.isOn(architecture)) {
            return substituted(need, kernel);
        }
        Implementation instead =
                need.instead() == null ? null : DATA.implementations().get(need.instead());
        if (instead != null && instead.isOn(architecture)) {
            return Capability.emulated(
                    "no " + need.arithmetic() + " arithmetic: " + instead.title() + ", multiplied as " + half());
        }
        if (need.isUnpackedOtherwise()) {
            return Capability.emulated(unpacked(need));
        }
        String arithmetic = need.arithmetic().equals("half") || architecture.has(need.arithmetic())
                ? ""
                : "no " + need.arithmetic() + " arithmetic and ";
        return Capability.refused(
                arithmetic + "no kernel for " + kernel.title() + begins("that", Capabilities.first(kernel.on())));
    }

    private Capability substituted(Need need, Implementation kernel) {
        String unchecked = kernel.isUnchecked(architecture) ? " (not in a published table)" : "";
        if (need.arithmetic().equals("half") && !architecture.has("bf16")) {
            return Capability.emulated(kernel.title() + unchecked + " with fp16 in place of bf16");
        }
        String how = need.arithmetic().equals("half") ? ", unpacked to bf16 as they are multiplied" : "";
        return Capability.allowed(kernel.title() + how + unchecked);
    }

    private String unpacked(Need need) {
        String type = need.arithmetic().equals("half") ? half() : need.arithmetic();
        return "no published kernel: computed as " + type + ", unpacked";
    }

    /** A processor does everything in fp32 and rounds, if it has no instructions for it. */
    private Capability onProcessor(Need need) {
        String type = need.arithmetic().equals("half") ? "bf16" : need.arithmetic();
        return architecture.has(type)
                ? Capability.allowed(type + " instructions")
                : Capability.emulated("no " + type + " instructions: computed in fp32 and rounded");
    }

    private Capability flash(Need need, int headSize) {
        if (architecture.isProcessor()) {
            return Capability.allowed("a kernel of the program");
        }
        List<Flash> here = DATA.flash().stream()
                .filter(flash -> flash.on().contains(architecture.id()))
                .toList();
        if (here.isEmpty()) {
            return Capability.refused(
                    "no FlashAttention" + begins("that", firstFlash()) + "; take the kernel " + STANDARD);
        }
        List<String> types = need.attention().equals("half") ? List.of("fp16", "bf16") : List.of(need.attention());
        List<Flash> typed = here.stream()
                .filter(flash -> types.stream().anyMatch(flash.types()::contains))
                .toList();
        if (typed.isEmpty()) {
            return Capability.refused("FlashAttention " + here.get(0).version() + " takes "
                    + String.join(" and ", here.get(0).types()) + ", not " + need.attention() + "; take the kernel "
                    + STANDARD);
        }
        int largest = typed.stream().mapToInt(Flash::headSize).max().orElseThrow();
        return headSize > largest
                ? Capability.refused("FlashAttention takes heads of " + largest
                        + " numbers at most there, and the model's have " + headSize + "; take the kernel " + STANDARD)
                : Capability.allowed("FlashAttention " + typed.get(0).version());
    }

    private static String firstFlash() {
        return Capabilities.first(
                DATA.flash().stream().flatMap(flash -> flash.on().stream()).toList());
    }

    private String half() {
        return architecture.has("bf16") ? "bf16" : "fp16";
    }

    private String begins(String type) {
        return DATA.firstWith(type).map(first -> begins("that", first)).orElse("");
    }

    private String begins(String what, String first) {
        return ": the compute capability is " + architecture.id() + ", and " + what + " begins with " + first;
    }
}
