package dev.touchstone.training.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes safetensors files: the length of the header in 8 bytes, a JSON header padded with spaces to 8 bytes, the numbers. Little-endian. */
final class SafetensorsWriter {

    private SafetensorsWriter() {}

    static void write(List<StoredTensor> tensors, StoredType type, Path file) throws IOException {
        byte[] header = header(tensors, type);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(littleEndian(Long.BYTES).putLong(header.length).array());
            out.write(header);
            for (StoredTensor tensor : tensors) {
                ByteBuffer bytes = littleEndian(tensor.values().length * type.size());
                for (float value : tensor.values()) {
                    type.put(bytes, value);
                }
                out.write(bytes.array());
            }
        }
    }

    private static byte[] header(List<StoredTensor> tensors, StoredType type) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("__metadata__", Map.of("format", "pt"));
        long offset = 0;
        for (StoredTensor tensor : tensors) {
            long end = offset + (long) tensor.values().length * type.size();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", type.name());
            entry.put("shape", tensor.dimensions());
            entry.put("data_offsets", new long[] {offset, end});
            header.put(tensor.name(), entry);
            offset = end;
        }
        String json = JsonMapper.shared().writeValueAsString(header);
        String padding = " ".repeat((8 - json.length() % 8) % 8);
        return (json + padding).getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
