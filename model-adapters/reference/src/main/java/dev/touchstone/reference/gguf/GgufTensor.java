package dev.touchstone.reference.gguf;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An entry of a GGUF file's tensor directory.
 *
 * @param name as the file has it
 * @param type ggml's name of the type, such as {@code Q4_K}; not every type can be decoded
 * @param dimensions columns first, as GGUF has them; one to four, each at least 1
 * @param offset first byte, from the file's start
 * @param bytes number of bytes
 */
@API(status = Status.INTERNAL, since = "0.1")
public record GgufTensor(String name, String type, List<Long> dimensions, long offset, long bytes) {}
