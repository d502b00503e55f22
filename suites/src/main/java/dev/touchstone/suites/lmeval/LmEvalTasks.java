package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.SuiteException;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Task files of lm-evaluation-harness as suites: each task is a suite of one subject, both with the task's name. Call {@link #read}.
 *
 * <ul>
 *   <li>Output types: {@code multiple_choice}, {@code loglikelihood}, {@code loglikelihood_rolling}, {@code generate_until} (greedy).
 *   <li>{@code doc_to_text}, {@code doc_to_target} and {@code doc_to_choice} as columns, templates, constants and lists; Python functions only of
 *       hellaswag, race and winogrande.
 *   <li>{@code description}, {@code gen_prefix}, both delimiters, {@code fewshot_split}, {@code fewshot_config}, {@code num_fewshot}; {@code
 *       metric_list}, {@code generation_kwargs}, {@code filter_list}; {@code include}.
 *   <li>Rows from local files; see {@link DataFiles}.
 * </ul>
 *
 * <p>Everything else is refused, with file and line.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class LmEvalTasks {

    private LmEvalTasks() {}

    /**
     * Reads a task file and what it includes.
     *
     * @throws SuiteException for what is no task file, or asks what is not supported; the message has file and line
     */
    public static OwnSuite read(Path file) {
        try {
            LmEvalTask task = LmEvalTask.of(TaskFile.read(file));
            return new OwnSuite(LmEvalSuite.of(task), data -> new LmEvalData(task, data.orElse(null)));
        } catch (TaskException e) {
            throw new SuiteException(String.valueOf(e.getMessage()));
        }
    }
}
