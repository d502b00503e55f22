package dev.touchstone.suites.mini.catalog;

import dev.touchstone.suites.DataSource;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.SubjectData.Problem;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.mini.MiniSubject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The mini items that come with the harness, in the shape of each suite's published files. Needs no file and no network. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MiniSource implements DataSource {

    private static final String KIND = "mini";

    private final String kind;
    private final Function<MiniSubject, List<Item>> items;

    private MiniSource(String kind, Function<MiniSubject, List<Item>> items) {
        this.kind = kind;
        this.items = items;
    }

    /** The mini items, which the built-in model was taught to answer. */
    public static MiniSource taught() {
        return new MiniSource(KIND, MiniSubject::items);
    }

    /** Items about facts that were never taught: none in most subjects. */
    public static MiniSource heldBack() {
        return new MiniSource(KIND + "-held-back", MiniSubject::heldBack);
    }

    /** Whether data of that {@linkplain DataSource#kind kind} are mini items, taught or held back. */
    public static boolean isMini(String kind) {
        return kind.startsWith(KIND);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public SubjectData load(Suite suite, Subject subject, int shots) {
        Optional<MiniSubject> mini = MiniSubjects.find(suite, subject);
        if (mini.isEmpty()) {
            Problem problem = new Problem(
                    Path.of(suite.id()),
                    0,
                    "suite '" + suite.id() + "' has no mini items; pass -Ddata=FOLDER with the published files");
            return new SubjectData(List.of(), List.of(), sha256(""), List.of(problem));
        }
        MiniSubject made = mini.get();
        List<Item> asked = items.apply(made);
        return new SubjectData(
                asked, made.shots(), sha256(List.of(made.shots(), asked).toString()), List.of());
    }

    /** Over the items as made, so that a change of the tables or of how items are made shows. */
    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
