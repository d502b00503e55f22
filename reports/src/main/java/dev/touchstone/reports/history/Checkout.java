package dev.touchstone.reports.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was evaluated, in the words of version control.
 *
 * @param branch its branch; null when it is not known
 * @param commit its commit; null when it is not known
 */
record Checkout(@Nullable String branch, @Nullable String commit) {

    /** Where CI servers say it, because they check out a commit and no branch: GitHub (of a pull request, and else), GitLab, Jenkins, Bitbucket, CircleCI. */
    private static final List<String> BRANCH_VARIABLES = List.of(
            "GITHUB_HEAD_REF",
            "GITHUB_REF_NAME",
            "CI_COMMIT_REF_NAME",
            "BRANCH_NAME",
            "BITBUCKET_BRANCH",
            "CIRCLE_BRANCH");

    private static final String BRANCHES = "refs/heads/";
    private static final String REFERENCE = "ref: ";

    /**
     * Of the git work tree around a folder. Only files are read, so it takes no git.
     *
     * @param named the branch that a user named; empty when none was
     * @param environment the process's variables
     */
    static Checkout of(Path folder, Optional<String> named, Map<String, String> environment) {
        Optional<Path> git = gitFolder(folder.toAbsolutePath());
        String head = git.flatMap(place -> text(place.resolve("HEAD"))).orElse("");
        Optional<String> branch = named.or(() -> BRANCH_VARIABLES.stream()
                        .map(environment::get)
                        .filter(Objects::nonNull)
                        .filter(name -> !name.isBlank())
                        .findFirst())
                .or(() -> head.startsWith(REFERENCE + BRANCHES)
                        ? Optional.of(head.substring(REFERENCE.length() + BRANCHES.length()))
                        : Optional.empty());
        return new Checkout(
                branch.orElse(null), git.flatMap(place -> commit(place, head)).orElse(null));
    }

    private static Optional<Path> gitFolder(Path folder) {
        for (Path place = folder; place != null; place = place.getParent()) {
            Path git = place.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(git);
            }
            if (Files.isRegularFile(git)) {
                Path around = place;
                return text(git).map(pointer -> around.resolve(pointer.substring(pointer.indexOf(' ') + 1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> commit(Path git, String head) {
        if (!head.startsWith(REFERENCE)) {
            return Optional.of(head).filter(text -> text.matches("[0-9a-f]{40,64}"));
        }
        String reference = head.substring(REFERENCE.length());
        // A linked work tree has a HEAD of its own, and the branches where it came from.
        Path common = text(git.resolve("commondir")).map(git::resolve).orElse(git);
        return text(common.resolve(reference))
                .or(() -> text(common.resolve("packed-refs"))
                        .flatMap(packed -> packed.lines()
                                .filter(line -> line.endsWith(" " + reference))
                                .map(line -> line.substring(0, line.indexOf(' ')))
                                .findFirst()));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
