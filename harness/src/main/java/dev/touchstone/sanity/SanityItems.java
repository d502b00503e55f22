package dev.touchstone.sanity;

import dev.touchstone.suites.DataSource;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The items of the suite {@code sanity}: one for each check. Needs no data. */
@API(status = Status.INTERNAL, since = "0.1")
public final class SanityItems implements DataSource {

    private static final int NO_GOLD = -1;

    @Override
    public String kind() {
        return "none";
    }

    @Override
    public SubjectData load(Suite suite, Subject subject, int shots) {
        List<Item> items = new ArrayList<>();
        for (Check check : Checks.of(subject)) {
            Path source = Path.of(check.getClass().getName().replace('.', '/') + ".java");
            Map<String, String> fields = Map.of(SanitySuite.STATEMENT, check.statement());
            items.add(new Item(items.size(), fields, NO_GOLD, source, 1));
        }
        return new SubjectData(items, List.of(), sha256(items.toString()), List.of());
    }

    /** Over the statements, so that a change of what is checked shows. */
    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
