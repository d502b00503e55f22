package dev.touchstone.testing;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelProvider;
import dev.touchstone.model.ResponseListener;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingResponse;
import dev.touchstone.testing.ToyModel.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that prefers B over the other choices, finds numbers likely that fit the length of the context, and whole texts the less likely the
 * longer they are. {@code fake:TEXT} fails on prompts that contain the text, {@code fake:nan:TEXT} answers
 * NaN to them, {@code fake:hook:TEXT} runs {@link #hook} before them; {@code fake:absent} can't be opened. {@code fake:wrong:FROM-TO} knows the
 * answers of the colour suites, but those of items FROM to TO - 1. {@code fake:surprised:NATS} gives each character of a text that many nats, in place
 * of 0.5. {@code fake:toy:FAULT} is a {@link ToyModel}. In precision {@code low} it prefers C; in precision {@code heavy} it can't be opened.
 * {@code fake:changing} has other weights each time it is opened.
 */
public final class FakeModelProvider implements ModelProvider {

    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final Pattern WRONG = Pattern.compile("wrong:(\\d+)-(\\d+)");
    private static final Pattern QUESTION = Pattern.compile("val question (\\d+)");

    /** How many requests all models together have answered. */
    public static final AtomicInteger ANSWERED = new AtomicInteger();

    /** Precisions of all models that were opened and not closed, in the order of opening. */
    public static final List<String> OPEN = new CopyOnWriteArrayList<>();

    /** What {@code fake:hook:TEXT} runs. */
    public static volatile Runnable hook = () -> {};

    @Override
    public String scheme() {
        return "fake";
    }

    @Override
    public String usage() {
        return "fake:TEXT";
    }

    @Override
    public void check(String location) {
        if (location.equals("absent")) {
            throw new ModelException("there is no model 'fake:absent'; pass another -Dmodel");
        }
    }

    @Override
    public void checkPrecision(String precision) {
        if (!List.of("native", "low", "heavy").contains(precision)) {
            throw new ModelException(
                    "precision '" + precision + "' is unknown to fake models; legal: native, low, heavy");
        }
    }

    @Override
    public LanguageModel open(String location, ModelOptions options) {
        if (location.equals("broken")) {
            throw new ModelException("model 'fake:broken' is broken at offset 12; get it anew");
        }
        if (location.startsWith("toy:")) {
            return new ToyModel(Fault.valueOf(location.substring(4)));
        }
        if (options.precision().equals("heavy")) {
            throw new ModelException("model 'fake:' does not fit in precision heavy; take low");
        }
        OPEN.add(options.precision());
        String fingerprint = location.equals("changing") ? "sha256:" + OPENED.incrementAndGet() : "sha256:00";
        return new Fake(location, options.precision(), fingerprint);
    }

    private record Fake(String location, String precision, String fingerprint) implements LanguageModel {

        @Override
        public ModelDescription description() {
            return new ModelDescription(
                    "fake:" + location,
                    fingerprint,
                    "fake",
                    1,
                    100,
                    precision,
                    "none",
                    precision.equals("low") ? 1 : 4,
                    Map.of("tokenizer", "none"));
        }

        @Override
        public void loglikelihoods(List<LoglikelihoodRequest> requests, ResponseListener listener) {
            for (int i = 0; i < requests.size() && !listener.cancelled(); i++) {
                if (location.startsWith("hook:") && requests.get(i).context().contains(location.substring(5))) {
                    hook.run();
                }
                listener.answered(i, answer(requests.get(i)));
            }
        }

        @Override
        public void rollingLoglikelihoods(List<RollingRequest> requests, AnswerListener<RollingResponse> listener) {
            for (int i = 0; i < requests.size() && !listener.cancelled(); i++) {
                String text = requests.get(i).text();
                double value = knows(text) ? -text.length() * nats() : Double.NaN;
                listener.answered(i, new RollingResponse(value, text.length(), 1, text.length(), 1000));
            }
        }

        private LoglikelihoodResponse answer(LoglikelihoodRequest request) {
            double value = knows(request.context()) ? loglikelihood(request) : Double.NaN;
            int tokens = request.context().length();
            return new LoglikelihoodResponse(value, value > -1.5, tokens, 1, 0, tokens, 1000);
        }

        /** Whether the answer is a number. */
        private boolean knows(String text) {
            if (!location.isEmpty() && text.contains(location)) {
                throw new ModelException("the model does not like '" + location + "'");
            }
            ANSWERED.incrementAndGet();
            return !(location.startsWith("nan:") && text.contains(location.substring(4)));
        }

        private double loglikelihood(LoglikelihoodRequest request) {
            String choice = request.continuation().strip();
            if (Character.isDigit(choice.charAt(0))) {
                return -Math.abs(request.context().length() / 10.0 - Integer.parseInt(choice)) - 1;
            }
            return choice.equals(preferred(request)) ? -1.0 : -2.0;
        }

        private double nats() {
            return location.startsWith("surprised:") ? Double.parseDouble(location.substring(10)) : 0.5;
        }

        private String preferred(LoglikelihoodRequest request) {
            Matcher range = WRONG.matcher(location);
            Matcher question = QUESTION.matcher(request.context());
            if (!range.matches() || !question.find()) {
                return precision.equals("low") ? "C" : "B";
            }
            int item = Integer.parseInt(question.group(1));
            boolean wrong = Integer.parseInt(range.group(1)) <= item && item < Integer.parseInt(range.group(2));
            return String.valueOf("ABCD".charAt((item + (wrong ? 1 : 0)) % 4));
        }

        @Override
        public void close() {
            OPEN.remove(precision);
        }
    }
}
