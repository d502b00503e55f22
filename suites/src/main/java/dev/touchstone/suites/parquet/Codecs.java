package dev.touchstone.suites.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Decompresses without Hadoop, which Parquet's own factory asks for gzip. */
final class Codecs implements CompressionCodecFactory {

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return switch (name) {
            case UNCOMPRESSED -> new Decompressor((bytes, size) -> bytes);
            case SNAPPY -> new Decompressor((bytes, size) -> Snappy.uncompress(bytes));
            case GZIP ->
                new Decompressor((bytes, size) -> new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
            case ZSTD -> new Decompressor(Zstd::decompress);
            default ->
                throw new ParquetException(
                        "is compressed with " + name + "; write it anew, uncompressed or with snappy, gzip or zstd");
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public void release() {
        // nothing is kept
    }

    private interface Codec {
        byte[] decompress(byte[] bytes, int size) throws IOException;
    }

    private record Decompressor(Codec codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(codec.decompress(bytes.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int size) throws IOException {
            byte[] bytes = new byte[inputSize];
            input.get(bytes);
            output.put(codec.decompress(bytes, size));
        }

        @Override
        public void release() {
            // nothing is kept
        }
    }
}
