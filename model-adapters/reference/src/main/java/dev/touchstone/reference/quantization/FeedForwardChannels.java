package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.tensor.Tensor;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The feed-forward matrices of one block without their weakest channels: the channels with the smallest norm, sqrt of the sum of squares of their
 * rows of gate and up and their column of down, become 0 in all three; of equally weak ones the first.
 *
 * @param gate [channels, width]
 * @param up [channels, width]
 * @param down [width, channels]
 */
@API(status = Status.INTERNAL, since = "0.1")
public record FeedForwardChannels(Tensor gate, Tensor up, Tensor down) {

    /** How the pruned matrices are held. */
    public static final WeightForm FORM = new SparseForm(Pruning.NONE);

    /** Without {@code percent} of the channels, rounded down. */
    public FeedForwardChannels without(int percent) {
        float[] gates = read(gate);
        float[] ups = read(up);
        float[] downs = read(down);
        int channels = gate.rows();
        int width = gate.columns();
        double[] norms = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            norms[channel] = squares(gates, channel * width, 1, width)
                    + squares(ups, channel * width, 1, width)
                    + squares(downs, channel, channels, width);
        }
        IntStream.range(0, channels)
                .boxed()
                .sorted(Comparator.comparingDouble(channel -> norms[channel]))
                .limit((long) channels * percent / 100)
                .forEach(channel -> {
                    clear(gates, channel * width, 1, width);
                    clear(ups, channel * width, 1, width);
                    clear(downs, channel, channels, width);
                });
        return new FeedForwardChannels(
                new ChangedTensor(gate, gates), new ChangedTensor(up, ups), new ChangedTensor(down, downs));
    }

    private static float[] read(Tensor tensor) {
        float[] weights = new float[Math.multiplyExact(tensor.rows(), tensor.columns())];
        tensor.read(0, tensor.rows(), weights, 0);
        Finite.require(tensor.name(), weights);
        return weights;
    }

    private static double squares(float[] weights, int from, int step, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double weight = weights[from + i * step];
            sum += weight * weight;
        }
        return sum;
    }

    private static void clear(float[] weights, int from, int step, int count) {
        for (int i = 0; i < count; i++) {
            weights[from + i * step] = 0;
        }
    }
}
