package dev.touchstone.reports.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON inside a page. A script element ends at {@code </script}, whatever is around it, and texts of items hold that and worse, so no block
 * contains the character {@code <}.
 */
final class Block {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Block() {}

    /** The element with the JSON as it is; for what is small. */
    static String plain(String id, JsonNode json) {
        String text = MAPPER.writeValueAsString(json).replace("<", "\\u003c");
        return "<script type=\"application/json\" id=\"" + id + "\">" + text + "</script>\n";
    }

    /** The element with the JSON compressed: base64 of gzip of UTF-8. Browsers unpack it with DecompressionStream. */
    static String packed(String id, JsonNode json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(gzip, json);
        }
        String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
        return "<script type=\"application/gzip\" id=\"" + id + "\">" + text + "</script>\n";
    }
}
