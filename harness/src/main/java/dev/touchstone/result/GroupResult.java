package dev.touchstone.result;

import dev.touchstone.metrics.Estimate;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The results of a group, over the items of all its subjects (weighted by items).
 *
 * @param group its id
 * @param title its name
 * @param subjects ids of its subjects with at least one evaluated item
 * @param metrics estimates by metric name, the headline one first
 * @param outcomes counts
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record GroupResult(
        String group, String title, List<String> subjects, Map<String, Estimate> metrics, OutcomeCounts outcomes) {}
