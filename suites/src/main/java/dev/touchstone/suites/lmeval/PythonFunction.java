package dev.touchstone.suites.lmeval;

import java.nio.file.Path;

/**
 * {@code !function module.name} in a task file.
 *
 * @param name as written, such as {@code utils.process_docs}
 * @param folder the task file's folder, which has the module
 */
record PythonFunction(String name, Path folder) {

    /** The module's file. */
    Path module() {
        return folder.resolve(
                name.substring(0, Math.max(0, name.lastIndexOf('.'))).replace('.', '/') + ".py");
    }

    /** The name without its module. */
    String function() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
