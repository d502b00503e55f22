package dev.touchstone.reference.quantization;

import dev.touchstone.reference.tensor.Tensor;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A stored matrix whose weights are multiplied by a factor for each column and then divided by one for each row, each rounded to fp32.
 *
 * @param multipliers [columns]; null for none
 * @param divisors [rows]; null for none
 */
@API(status = Status.INTERNAL, since = "0.1")
public record ScaledTensor(Tensor stored, float @Nullable [] multipliers, float @Nullable [] divisors)
        implements Tensor {

    static ScaledTensor columns(Tensor stored, float[] multipliers) {
        return new ScaledTensor(stored, multipliers, null);
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public String type() {
        return stored.type();
    }

    @Override
    public int rows() {
        return stored.rows();
    }

    @Override
    public int columns() {
        return stored.columns();
    }

    @Override
    public void read(int row, int count, float[] into, int offset) {
        stored.read(row, count, into, offset);
        for (int r = 0; r < count; r++) {
            for (int i = 0; i < columns(); i++) {
                int at = offset + r * columns() + i;
                float weight = multipliers == null ? into[at] : into[at] * multipliers[i];
                into[at] = divisors == null ? weight : weight / divisors[row + r];
            }
        }
    }
}
