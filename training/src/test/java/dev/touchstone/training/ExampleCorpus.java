package dev.touchstone.training;

import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import java.util.List;
import java.util.Random;

/** Sums and weekdays in two languages: enough to see a trainer learn. */
final class ExampleCorpus implements Corpus {

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> CHINESE_DAYS = List.of("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日");

    @Override
    public Document next(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> sum(random);
            case 1 -> day(random, "The day after %s is", " ", DAYS);
            default -> day(random, "%s的下一天是", "", CHINESE_DAYS);
        };
    }

    private static Document sum(Random random) {
        int left = random.nextInt(10);
        int right = random.nextInt(10);
        String question = "Question: What is " + left + " plus " + right + "?\nAnswer:";
        return Document.answer("sums", question, " " + (left + right));
    }

    private static Document day(Random random, String sentence, String space, List<String> days) {
        int day = random.nextInt(days.size());
        String next = days.get((day + 1) % days.size());
        return Document.text("days", sentence.replace("%s", days.get(day)) + space + next);
    }
}
