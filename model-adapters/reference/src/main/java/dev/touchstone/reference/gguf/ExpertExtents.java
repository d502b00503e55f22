package dev.touchstone.reference.gguf;

import dev.touchstone.reference.tensor.StoredType;
import dev.touchstone.reference.tensor.TensorExtent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The matrices of a block's experts, which GGUF stores one after the other as one tensor of three dimensions; older files have one tensor for each, by the
 * name that it gets here.
 */
final class ExpertExtents {

    private static final Pattern NAME = Pattern.compile("(blk\\.\\d+\\.ffn_(?:gate|up|down))_exps\\.weight");

    private static final int DIMENSIONS = 3;

    private ExpertExtents() {}

    static boolean isOfExperts(GgufTensor tensor) {
        return tensor.dimensions().size() == DIMENSIONS
                && NAME.matcher(tensor.name()).matches();
    }

    /** One extent for each expert. */
    static List<TensorExtent> of(GgufTensor tensor, StoredType type) {
        Matcher name = NAME.matcher(tensor.name());
        if (!name.matches()) {
            throw new IllegalArgumentException(tensor.name());
        }
        int columns = Math.toIntExact(tensor.dimensions().get(0));
        int rows = Math.toIntExact(tensor.dimensions().get(1));
        long experts = tensor.dimensions().get(2);
        List<TensorExtent> extents = new ArrayList<>();
        for (int expert = 0; expert < experts; expert++) {
            long offset = tensor.offset() + expert * (tensor.bytes() / experts);
            String canonical = name.group(1) + "." + expert + ".weight";
            extents.add(new TensorExtent(canonical, tensor.name(), type, rows, columns, offset));
        }
        return extents;
    }
}
