package dev.touchstone.suites;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The metrics of items, by the names that suites and results have for them; lm-evaluation-harness's where it has the metric. Those of generated
 * texts are named by the suite ({@code exact_match,strict-match}) and are not here.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum MetricName {
    ACC("acc", Of.CHOICES, true),
    ACC_NORM("acc_norm", Of.CHOICES, true),
    ACC_BYTES("acc_bytes", Of.CHOICES, true),
    ACC_MUTUAL_INFO("acc_mutual_info", Of.CHOICES, true),
    F1("f1", Of.LABELS, true),
    F1_MACRO("f1_macro", Of.LABELS, true),
    F1_MICRO("f1_micro", Of.LABELS, true),
    F1_WEIGHTED("f1_weighted", Of.LABELS, true),
    PRECISION("precision", Of.LABELS, true),
    PRECISION_MACRO("precision_macro", Of.LABELS, true),
    PRECISION_WEIGHTED("precision_weighted", Of.LABELS, true),
    RECALL("recall", Of.LABELS, true),
    RECALL_MACRO("recall_macro", Of.LABELS, true),
    RECALL_WEIGHTED("recall_weighted", Of.LABELS, true),
    MCC("mcc", Of.LABELS, false),
    ROC_AUC("roc_auc", Of.LABELS, false),
    ROC_AUC_WEIGHTED("roc_auc_weighted", Of.LABELS, false),
    AVERAGE_PRECISION("average_precision", Of.LABELS, false),
    BRIER("brier", Of.PROBABILITIES, false),
    LOG_LOSS("log_loss", Of.PROBABILITIES, false),
    ECE("ece", Of.PROBABILITIES, true),
    PEARSON("pearson", Of.SCALE, false),
    SPEARMAN("spearman", Of.SCALE, false),
    KENDALL("kendall", Of.SCALE, false),
    R2("r2", Of.SCALE, false),
    MAE("mae", Of.SCALE, false),
    MSE("mse", Of.SCALE, false),
    RMSE("rmse", Of.SCALE, false),
    WORD_PERPLEXITY("word_perplexity", Of.TEXT, false),
    BYTE_PERPLEXITY("byte_perplexity", Of.TEXT, false),
    BITS_PER_BYTE("bits_per_byte", Of.TEXT, false),
    PERPLEXITY("perplexity", Of.CONTINUATION, false),
    GOLD_PROBABILITY("gold_probability", Of.GOLD, true),
    GOLD_PERPLEXITY("gold_perplexity", Of.GOLD, false);

    private final String key;
    private final Of of;
    private final boolean share;

    MetricName(String key, Of of, boolean share) {
        this.key = key;
        this.of = of;
        this.share = share;
    }

    /** What a metric is computed from. */
    public enum Of {
        /** A score of each multiple-choice item. */
        CHOICES,
        /** Gold and answer of multiple-choice items that all have the same choices. */
        LABELS,
        /** How sure the model was of each choice. */
        PROBABILITIES,
        /** Places on a scale. */
        SCALE,
        /** The log-likelihood of whole texts. */
        TEXT,
        /** The log-likelihood of the one right continuation. */
        CONTINUATION,
        /** How likely the right answer is, where the way of scoring looks at that: no suite names it. */
        GOLD
    }

    /** The name in files, and in {@code suite.yaml}. */
    public String key() {
        return key;
    }

    /** What it is computed from. */
    public Of of() {
        return of;
    }

    /** Whether it is a share between 0 and 1, which people read as per cent. */
    public boolean isShare() {
        return share;
    }

    /** Whether a lower value is a better one. */
    public boolean isBetterWhenLower() {
        return switch (this) {
            case BRIER, LOG_LOSS, ECE, MAE, MSE, RMSE -> true;
            case WORD_PERPLEXITY, BYTE_PERPLEXITY, BITS_PER_BYTE, PERPLEXITY, GOLD_PERPLEXITY -> true;
            default -> false;
        };
    }

    /** The metric of that name. */
    public static Optional<MetricName> find(String key) {
        return Arrays.stream(values()).filter(name -> name.key.equals(key)).findFirst();
    }

    /** The names of all that are computed from one of these, in order. */
    public static List<String> keys(Of... of) {
        return Arrays.stream(values())
                .filter(name -> List.of(of).contains(name.of))
                .map(MetricName::key)
                .toList();
    }
}
