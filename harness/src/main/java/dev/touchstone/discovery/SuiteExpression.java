package dev.touchstone.discovery;

import dev.touchstone.config.Similar;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Group;
import dev.touchstone.suites.Suite.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Understands the property {@code suite}: {@code ceval}, {@code ceval/stem} (group), {@code mmlu/anatomy} (subject),
 * {@code mmlu/*law*} (pattern), {@code ceval/law#12} (item), several separated by commas, and {@code all}, which stands for every benchmark
 * but not for checks on the model, since these need no data and may fail the build.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SuiteExpression {

    private final List<Suite> suites;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param suites all suites that exist
     */
    public SuiteExpression(List<Suite> suites) {
        this.suites = suites;
    }

    /** What was asked for, each suite at most once (an item of its own apart), in the order of first mention. */
    public List<SuiteSelection> select(String expression) {
        Map<Suite, Set<Subject>> subjects = new LinkedHashMap<>();
        List<SuiteSelection> items = new ArrayList<>();
        for (String term : expression.split(",", -1)) {
            for (SuiteSelection selection : selectTerm(term.strip())) {
                if (selection.item().isPresent()) {
                    items.add(selection);
                } else {
                    subjects.computeIfAbsent(selection.suite(), s -> new LinkedHashSet<>())
                            .addAll(selection.subjects());
                }
            }
        }
        Stream<SuiteSelection> whole = subjects.entrySet().stream().map(e -> inOrder(e.getKey(), e.getValue()));
        return Stream.concat(whole, items.stream()).toList();
    }

    /** What was not understood, each in one line; empty when all is well. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private static SuiteSelection inOrder(Suite suite, Set<Subject> chosen) {
        List<Subject> subjects =
                suite.subjects().stream().filter(chosen::contains).toList();
        return new SuiteSelection(suite, subjects, OptionalInt.empty());
    }

    private List<SuiteSelection> selectTerm(String term) {
        if (term.equals("all")) {
            return suites.stream()
                    .filter(suite -> !suite.isOfChecks())
                    .map(suite -> new SuiteSelection(suite, suite.subjects(), OptionalInt.empty()))
                    .toList();
        }
        int slash = term.indexOf('/');
        String suiteId = slash < 0 ? term : term.substring(0, slash);
        Optional<Suite> suite =
                suites.stream().filter(s -> s.id().equals(suiteId)).findFirst();
        if (suite.isEmpty()) {
            problems.add(unknownSuite(suiteId));
            return List.of();
        }
        return slash < 0
                ? List.of(new SuiteSelection(suite.get(), suite.get().subjects(), OptionalInt.empty()))
                : selectWithin(suite.get(), term.substring(slash + 1)).stream().toList();
    }

    private Optional<SuiteSelection> selectWithin(Suite suite, String rest) {
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            return selectItem(suite, rest.substring(0, hash), rest.substring(hash + 1));
        }
        List<Subject> subjects =
                suite.subjects().stream().filter(matching(suite, rest)).toList();
        if (subjects.isEmpty()) {
            problems.add(unknownSubject(suite, rest));
            return Optional.empty();
        }
        return Optional.of(new SuiteSelection(suite, subjects, OptionalInt.empty()));
    }

    private Optional<SuiteSelection> selectItem(Suite suite, String subjectId, String number) {
        Optional<Subject> subject = suite.subject(subjectId);
        if (subject.isEmpty()) {
            problems.add(unknownSubject(suite, subjectId));
            return Optional.empty();
        }
        if (!number.matches("[0-9]{1,9}")) {
            problems.add("item '" + suite.id() + "/" + subjectId + "#" + number
                    + "' is not a number; items are counted from 0, such as " + suite.id() + "/" + subjectId + "#12");
            return Optional.empty();
        }
        return Optional.of(new SuiteSelection(suite, List.of(subject.get()), OptionalInt.of(Integer.parseInt(number))));
    }

    private static Predicate<Subject> matching(Suite suite, String name) {
        if (!name.contains("*")) {
            return subject -> subject.id().equals(name)
                    || suite.groups().stream().anyMatch(group -> group.id().equals(name) && group.has(subject));
        }
        String regex = Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        Predicate<String> pattern = Pattern.compile(regex).asMatchPredicate();
        return subject -> pattern.test(subject.id());
    }

    private String unknownSuite(String id) {
        List<String> ids = suites.stream().map(Suite::id).toList();
        List<String> checks =
                suites.stream().filter(Suite::isOfChecks).map(Suite::id).toList();
        return "unknown suite '" + id + "'; " + hint(id, ids) + "legal: " + String.join(", ", ids) + ", or all"
                + (checks.isEmpty() ? "" : ", which leaves out " + String.join(", ", checks));
    }

    private static String unknownSubject(Suite suite, String name) {
        List<String> groups = suite.groups().stream().map(Group::id).toList();
        List<String> ids = suite.subjects().stream().map(Subject::id).toList();
        List<String> all = Stream.concat(groups.stream(), ids.stream()).toList();
        String groupList = groups.isEmpty() ? "" : "groups: " + String.join(", ", groups) + "; ";
        return "suite '" + suite.id() + "' has no subject or group '" + name + "'; " + hint(name, all) + "legal "
                + groupList + "subjects: " + String.join(", ", ids);
    }

    private static String hint(String word, List<String> words) {
        return Similar.to(word, words).map(s -> "did you mean '" + s + "'? ").orElse("");
    }
}
