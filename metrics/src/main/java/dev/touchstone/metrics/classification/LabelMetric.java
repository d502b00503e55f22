package dev.touchstone.metrics.classification;

/** Precision, recall and F1 of one label; NaN where undefined. */
enum LabelMetric {
    PRECISION("precision", "was never answered") {
        @Override
        double of(Confusion confusion, int label) {
            return (double) confusion.count(label, label) / confusion.predicted(label);
        }
    },
    RECALL("recall", "is the gold label of no item") {
        @Override
        double of(Confusion confusion, int label) {
            return (double) confusion.count(label, label) / confusion.gold(label);
        }
    },
    F1("F1", "is neither an answer nor the gold label of any item") {
        @Override
        double of(Confusion confusion, int label) {
            return 2.0 * confusion.count(label, label) / (confusion.predicted(label) + confusion.gold(label));
        }
    };

    private final String title;
    private final String why;

    LabelMetric(String title, String why) {
        this.title = title;
        this.why = why;
    }

    abstract double of(Confusion confusion, int label);

    /** The reason, where {@link #of} is NaN. */
    String whyUndefined(int label) {
        return "the " + title + " of label " + label + " is undefined: label " + label + " " + why;
    }
}
