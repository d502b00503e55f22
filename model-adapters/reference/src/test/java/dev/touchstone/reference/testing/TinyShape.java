package dev.touchstone.reference.testing;

/** The shape of a tiny Llama; see {@link TinyModels}. The feed-forward and the width are multiples of 32, so that every stored type fits. */
public record TinyShape(
        int layers,
        int width,
        int heads,
        int keyValueHeads,
        int feedForward,
        int vocabulary,
        int contextLength,
        boolean isTied) {

    public static TinyShape standard() {
        return new TinyShape(2, 64, 4, 2, 96, TinyTokens.COUNT, 128, false);
    }

    /** The same shape without an output matrix. */
    public TinyShape tied() {
        return new TinyShape(layers, width, heads, keyValueHeads, feedForward, vocabulary, contextLength, true);
    }

    public int headSize() {
        return width / heads;
    }

    public int keyValueWidth() {
        return keyValueHeads * headSize();
    }
}
