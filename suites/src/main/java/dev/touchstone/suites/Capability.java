package dev.touchstone.suites;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a suite mainly measures. Reports group suites by it. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Capability {
    /** A mixture that no other one describes. */
    GENERAL,
    /** What people learn at school, university or for a profession. */
    KNOWLEDGE,
    /** Drawing conclusions: arithmetic, mathematics, causes, counterfactuals. */
    REASONING,
    /** Answering from a text that is given. */
    UNDERSTANDING,
    /** Grammar, paraphrase, sentiment, fluency. */
    LANGUAGE,
    /** Refusing what does harm. */
    SAFETY;

    /** The name in {@code suite.yaml} and in result files. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
