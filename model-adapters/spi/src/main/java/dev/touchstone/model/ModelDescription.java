package dev.touchstone.model;

import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a loaded model is. Every number in a report can be traced to it.
 *
 * @param name the model as the user named it, such as {@code gguf:models/small.gguf}; without secrets
 * @param fingerprint {@code sha256:} and the hex digest of the weights as stored
 * @param architecture the family, such as {@code llama}
 * @param parameters number of weights, tied ones counted once; 0 if unknown
 * @param contextLength most tokens the model can see at once; 0 if unknown
 * @param precision how the weights are computed with, such as {@code native} (as stored)
 * @param kernel the kernels really used, such as {@code vector-512}
 * @param weightBytes bytes that the weights take, measured on what is held to compute with; 0 if unknown
 * @param details further facts for reports, in reading order, such as the tokenizer's name
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ModelDescription(
        String name,
        String fingerprint,
        String architecture,
        long parameters,
        int contextLength,
        String precision,
        String kernel,
        long weightBytes,
        Map<String, String> details) {

    /** Of a model that does not know how many bytes its weights take. */
    public ModelDescription(
            String name,
            String fingerprint,
            String architecture,
            long parameters,
            int contextLength,
            String precision,
            String kernel,
            Map<String, String> details) {
        this(name, fingerprint, architecture, parameters, contextLength, precision, kernel, 0, details);
    }

    /** Bits that one weight takes on average, scales and padding included; empty if unknown. */
    public OptionalDouble bitsPerWeight() {
        return weightBytes > 0 && parameters > 0
                ? OptionalDouble.of((double) Byte.SIZE * weightBytes / parameters)
                : OptionalDouble.empty();
    }
}
