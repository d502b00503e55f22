package dev.touchstone.suites.lmeval;

import java.util.Map;
import java.util.Set;

/** The keys of a task file: {@code lm_eval/config/task.py TaskConfig}. */
final class Keys {

    /** What the evaluation depends on. */
    private static final Set<String> READ = Set.of(
            "task",
            "dataset_path",
            "dataset_name",
            "dataset_kwargs",
            "training_split",
            "validation_split",
            "test_split",
            "fewshot_split",
            "process_docs",
            "doc_to_text",
            "doc_to_target",
            "doc_to_choice",
            "description",
            "target_delimiter",
            "fewshot_delimiter",
            "fewshot_config",
            "num_fewshot",
            "metric_list",
            "output_type",
            "generation_kwargs",
            "repeats",
            "filter_list",
            "gen_prefix",
            "metadata");

    /** What changes no prompt and no score. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("task_alias", "tag", "group_alias", "should_decontaminate", "doc_to_decontamination_query");

    private static final Map<String, String> REFUSED = Map.of(
            "class", "a task written in Python is not supported",
            "group", "a group is not supported; name its tasks instead",
            "task_list", "a list of tasks is not supported; write a file for each",
            "custom_dataset", "rows that a Python function makes are not supported",
            "process_results", "results that a Python function makes are not supported",
            "doc_to_image", "images are not supported",
            "doc_to_audio", "sound is not supported",
            "use_prompt", "prompts of Promptsource are not supported",
            "unsafe_code", "code that is executed is not supported");

    private Keys() {}

    /**
     * Refuses a file with a key that is unknown or not supported.
     *
     * @throws TaskException at the first one
     */
    static void check(TaskFile file) {
        file.keys().forEach((key, entry) -> {
            boolean set = file.get(key) != null && !Boolean.FALSE.equals(entry.value());
            if (REFUSED.containsKey(key) && set) {
                throw entry.refuse("key '" + key + "': " + REFUSED.get(key));
            }
            if (!READ.contains(key) && !WITHOUT_EFFECT.contains(key) && !REFUSED.containsKey(key)) {
                throw entry.refuse("unknown key '" + key + "'");
            }
        });
    }
}
