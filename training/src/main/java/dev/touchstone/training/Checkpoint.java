package dev.touchstone.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where training stood, in one file that is replaced as a whole: a length, JSON of that many bytes, and the arrays' numbers as 32-bit floats, high
 * byte first.
 *
 * @param progress how far training was
 * @param memory the learner's arrays
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Checkpoint(Progress progress, Map<String, float[]> memory) {

    private static final String FILE = "training.checkpoint";

    private record Header(Progress progress, Map<String, Integer> sizes) {}

    /** Whether {@code folder} holds one. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Writes it; a reader, or a crash, finds the old file or the new one. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(FILE + ".unfinished");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            Map<String, Integer> sizes = new LinkedHashMap<>();
            memory.forEach((name, values) -> sizes.put(name, values.length));
            String header = JsonMapper.shared().writeValueAsString(new Header(progress, sizes));
            byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
            for (float[] values : memory.values()) {
                ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
                buffer.asFloatBuffer().put(values);
                out.write(buffer.array());
            }
        }
        Files.move(
                unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads the one in {@code folder}. */
    public static Checkpoint read(Path folder) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(FILE))))) {
            String json = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            Header header = JsonMapper.shared().readValue(json, Header.class);
            Map<String, float[]> memory = new LinkedHashMap<>();
            for (Map.Entry<String, Integer> array : header.sizes().entrySet()) {
                float[] values = new float[array.getValue()];
                byte[] bytes = new byte[values.length * Float.BYTES];
                in.readFully(bytes);
                ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
                memory.put(array.getKey(), values);
            }
            return new Checkpoint(header.progress(), memory);
        }
    }
}
