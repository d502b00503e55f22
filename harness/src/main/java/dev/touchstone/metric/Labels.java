package dev.touchstone.metric;

import dev.touchstone.metrics.classification.Confusion;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.ItemResult;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Items that all have the same choices: what is chosen is a label then, as "yes" or "entailment". Call {@link #of}.
 *
 * @param names the labels, as they are scored, without the spaces around them
 * @param confusion how often each gold label was answered with each
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Labels(List<String> names, Confusion confusion) {

    /** With fewer items a ratio above 4 : 1 happens by chance alone: in 0.3 % of twenty draws of two equally likely labels. */
    private static final int FEWEST = 20;

    /** The labels of those items that were answered; empty when they have different choices, or there is none. */
    public static Optional<Labels> of(Collection<ItemResult> items) {
        List<ItemResult> answered = items.stream().filter(Labels::isAnswered).toList();
        List<List<String>> choices =
                answered.stream().map(ItemResult::choices).distinct().limit(2).toList();
        if (choices.size() != 1 || choices.get(0).size() < 2) {
            return Optional.empty();
        }
        List<String> names = choices.get(0).stream().map(String::strip).toList();
        List<Chosen> found = chosen(answered);
        Confusion confusion = Confusion.of(
                found.stream().mapToInt(Chosen::gold).toArray(),
                found.stream().mapToInt(Chosen::answer).toArray(),
                names.size());
        return Optional.of(new Labels(names, confusion));
    }

    /** What was chosen in those items that were answered with a choice, and of which it is known what is right. */
    static List<Chosen> chosen(Collection<ItemResult> items) {
        return items.stream()
                .map(ItemResult::finding)
                .filter(Chosen.class::isInstance)
                .map(Chosen.class::cast)
                .filter(Chosen::isJudged)
                .toList();
    }

    private static boolean isAnswered(ItemResult item) {
        return item.finding() instanceof Chosen chosen
                && chosen.isJudged()
                && chosen.loglikelihoods().size() == item.choices().size();
    }

    /** Whether they are letters of options, which mean something else in each item. */
    public boolean areLetters() {
        return IntStream.range(0, names.size()).allMatch(i -> names.get(i).equals(String.valueOf((char) ('A' + i))));
    }

    /**
     * Whether the accuracy misleads, because always answering the commonest label scores high: more than 4 : 1 between commonest and rarest
     * label ({@link Confusion#isImbalanced}), in at least 20 items.
     */
    public boolean mislead() {
        return !areLetters() && confusion.n() >= FEWEST && confusion.isImbalanced();
    }

    /** Index of the commonest gold label, the first of equal ones. */
    public int commonest() {
        return IntStream.range(0, names.size())
                .reduce(0, (best, label) -> confusion.gold(label) > confusion.gold(best) ? label : best);
    }

    /** What always answering the commonest label would score. */
    public double shareOfCommonest() {
        return (double) confusion.gold(commonest()) / confusion.n();
    }
}
