package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.SuiteException;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

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
            return suite(TaskFile.read(file));
        } catch (TaskException e) {
            throw new SuiteException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a file that may be a task file.
     *
     * @return its task, or the name of its task and why it is not supported; empty when it names no task
     */
    public static Optional<Scanned> scan(Path file) {
        String name = file.toString();
        try {
            TaskFile keys = TaskFile.read(file);
            Entry task = keys.get("task");
            if (task == null || !task.isText()) {
                return Optional.empty();
            }
            name = task.text();
            return Optional.of(new Scanned(name, suite(keys), ""));
        } catch (TaskException e) {
            return Optional.of(new Scanned(name, null, String.valueOf(e.getMessage())));
        }
    }

    /**
     * What a file turned out to be.
     *
     * @param name the task's name, or the file's when it can't be read
     * @param suite the task; null when it is not supported
     * @param refusal why not; empty when it is
     */
    public record Scanned(String name, @Nullable OwnSuite suite, String refusal) {}

    private static OwnSuite suite(TaskFile file) {
        LmEvalTask task = LmEvalTask.of(file);
        return new OwnSuite(LmEvalSuite.of(task), data -> new LmEvalData(task, data.orElse(null)));
    }
}
