package dev.touchstone.training.export;

import java.nio.ByteBuffer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How weights are stored. */
@API(status = Status.INTERNAL, since = "0.1")
public enum StoredType {
    /** 32 bits: exactly the trained weights. */
    F32(4, "float32") {
        @Override
        void put(ByteBuffer bytes, float value) {
            bytes.putFloat(value);
        }
    },
    /** 16 bits: each weight rounded to the nearest half. */
    F16(2, "float16") {
        @Override
        void put(ByteBuffer bytes, float value) {
            bytes.putShort(Half.bits(value));
        }
    };

    private final int size;
    private final String torchName;

    StoredType(int size, String torchName) {
        this.size = size;
        this.torchName = torchName;
    }

    /** Bytes of one number. */
    int size() {
        return size;
    }

    /** PyTorch's name of the type, for {@code config.json}. */
    String torchName() {
        return torchName;
    }

    abstract void put(ByteBuffer bytes, float value);
}
