package dev.touchstone.result;

import dev.touchstone.metrics.Estimate;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The results of one subject.
 *
 * @param subject its id
 * @param title its name in English
 * @param localTitle its name in the suite's language
 * @param group its group's id, or empty
 * @param metrics estimates by metric name, the headline one first
 * @param outcomes counts
 * @param items all items that were evaluated, in the file's order
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record SubjectResult(
        String subject,
        String title,
        String localTitle,
        String group,
        Map<String, Estimate> metrics,
        OutcomeCounts outcomes,
        List<ItemResult> items) {}
