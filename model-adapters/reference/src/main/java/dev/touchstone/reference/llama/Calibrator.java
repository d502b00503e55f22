package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.quantization.InputStatistics;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Computes a calibration text with the weights in fp32 and keeps statistics of layers' inputs, for as many blocks at a time as there is memory for. Blocks
 * are asked for in order.
 */
final class Calibrator implements InputObserver {

    /** Of the heap. */
    private static final int SHARE_OF_MEMORY = 8;

    private final LlamaConfig config;
    private final Llama model;
    private final CalibrationText text;
    private final boolean products;
    private final Map<Integer, Map<Site, InputStatistics>> blocks = new HashMap<>();

    /** @param products whether the products of each two inputs are needed */
    Calibrator(Llama.Setting setting, Checkpoint checkpoint, boolean products) {
        this.config = checkpoint.config();
        this.text = setting.calibration();
        this.products = products;
        this.model = Llama.of(checkpoint, setting, Precision.of("fp32"), this);
    }

    /** Statistics of a block's inputs; those of the blocks before it are gone. */
    Map<Site, InputStatistics> of(int block) {
        if (!blocks.containsKey(block)) {
            look(block);
        }
        return Objects.requireNonNull(blocks.remove(block));
    }

    private void look(int first) {
        blocks.clear();
        long room = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
        long count = Math.max(1, room / bytesOfBlock());
        for (int block = first; block <= Math.min(config.layers(), first + count - 1); block++) {
            blocks.put(block, block == config.layers() ? output() : block());
        }
        LlamaSession session = model.newSession();
        for (int[] window : text.windows()) {
            session.truncate(0);
            session.become(window);
        }
    }

    private Map<Site, InputStatistics> block() {
        Map<Site, InputStatistics> sites = new EnumMap<>(Site.class);
        sites.put(Site.QUERY_KEY_VALUE, statistics(config.width()));
        sites.put(Site.ATTENTION_OUTPUT, statistics(config.heads() * config.headSize()));
        sites.put(Site.GATE_UP, statistics(config.width()));
        sites.put(Site.DOWN, statistics(config.feedForward()));
        return sites;
    }

    private Map<Site, InputStatistics> output() {
        return Map.of(Site.OUTPUT, statistics(config.width()));
    }

    private InputStatistics statistics(int width) {
        return new InputStatistics(width, text.size(), products);
    }

    private long bytesOfBlock() {
        return block().values().stream().mapToLong(InputStatistics::bytes).sum();
    }

    @Override
    public void observe(int block, Site site, Rows x) {
        Map<Site, InputStatistics> sites = blocks.get(block);
        if (sites != null) {
            Objects.requireNonNull(sites.get(site)).observe(x, model.workers());
        }
    }
}
