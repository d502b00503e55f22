package dev.touchstone.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    @Test
    void theBranchAndCommitAreThoseOfTheWorkTreeAround() throws IOException {
        write(".git/HEAD", "ref: refs/heads/feature/x\n");
        write(".git/refs/heads/feature/x", COMMIT + "\n");
        assertThat(checkout("module/target", Map.of())).isEqualTo(new Checkout("feature/x", COMMIT));
    }

    @Test
    void packedBranchesAreFound() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/packed-refs", "# pack-refs with: peeled\n" + COMMIT + " refs/heads/main\n");
        assertThat(checkout("", Map.of())).isEqualTo(new Checkout("main", COMMIT));
    }

    @Test
    void aLinkedWorkTreeHasItsOwnBranch() throws IOException {
        write("main/.git/refs/heads/other", COMMIT + "\n");
        write("main/.git/worktrees/linked/HEAD", "ref: refs/heads/other\n");
        write("main/.git/worktrees/linked/commondir", "../..\n");
        write("linked/.git", "gitdir: " + folder.resolve("main/.git/worktrees/linked") + "\n");
        assertThat(checkout("linked", Map.of())).isEqualTo(new Checkout("other", COMMIT));
    }

    @Test
    void whereOnlyACommitIsCheckedOutTheCiServerNamesTheBranch() throws IOException {
        write(".git/HEAD", COMMIT + "\n");
        assertThat(checkout("", Map.of())).isEqualTo(new Checkout(null, COMMIT));
        assertThat(checkout("", Map.of("GITHUB_REF_NAME", "main", "GITHUB_HEAD_REF", "")))
                .isEqualTo(new Checkout("main", COMMIT));
        assertThat(checkout("", Map.of("GITHUB_REF_NAME", "12/merge", "GITHUB_HEAD_REF", "fix")))
                .isEqualTo(new Checkout("fix", COMMIT));
        assertThat(checkout("", Map.of("CI_COMMIT_REF_NAME", "release"))).isEqualTo(new Checkout("release", COMMIT));
    }

    @Test
    void whatAUserSaysWins() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        Checkout named = Checkout.of(folder, Optional.of("nightly"), Map.of("GITHUB_REF_NAME", "main"));
        assertThat(named).isEqualTo(new Checkout("nightly", null));
    }

    @Test
    void withoutVersionControlNothingIsKnown() throws IOException {
        Path alone = Files.createDirectories(folder.resolve("alone"));
        write("alone/.git", "no pointer");
        assertThat(Checkout.of(alone, Optional.empty(), Map.of())).isEqualTo(new Checkout(null, null));
    }

    private Checkout checkout(String below, Map<String, String> environment) throws IOException {
        return Checkout.of(Files.createDirectories(folder.resolve(below)), Optional.empty(), environment);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }
}
