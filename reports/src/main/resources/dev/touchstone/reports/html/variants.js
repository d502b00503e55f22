/* Variants of the model on the same items. */
function variantsView() {
  return [
    h("header", {}, h("h1", {}, t("variants.title")), h("p", {class: "faint"}, t("variants.about"))),
    comparedSuites().map(name => variantsPanel(variantsOf(name)))
  ];
}

/** Of checks on the model there is nothing to compare. */
function comparedSuites() {
  return suiteNames().filter(name => variantsOf(name).length > 1 && !variantsOf(name).some(isOfChecks));
}

function hasVariants() {
  return comparedSuites().length > 0;
}

function variantsPanel(variants) {
  const metric = headline(variants[0].metrics)?.[0];
  return panel(titleOf(variants[0]), variantsTable(variants, metric), variantsCharts(variants, metric));
}

function comparisonOf(suite) {
  const base = baseOf(suite), form = suite.variant.form ?? "";
  return run.comparisons.find(each => each.suite === suite.suite && each.data === suite.data && (each.form ?? form) === form
    && each.candidate === suite.variant.precision && each.baseline === base.variant.precision);
}

/** How far its distributions of the next token are from the baseline's; undefined where none are known. */
function distributionOf(suite) {
  const form = suite.variant.form ?? "";
  return run.distributions.find(each => each.suite === suite.suite && each.data === suite.data && (each.form ?? form) === form
    && each.candidate === suite.variant.precision);
}

/** The baseline is no distance from itself. */
function divergenceOf(suite) {
  return suite === baseOf(suite) && run.distributions.length ? {value: 0} : distributionOf(suite)?.divergence;
}

function variantsCharts(variants, metric) {
  const points = estimateOf => variants.map(suite => ({
    name: suite.variantName, bits: suite.variant.bitsPerWeight, estimate: estimateOf(suite) ?? {value: null}
  }));
  return h("div", {class: "side-by-side"},
    metric && isShare(metric) ? sizeChart(points(suite => suite.metrics[metric]), {label: metricName(metric), title: t("variants.plot")},
      value => metricValue(metric, value)) : null,
    sizeChart(points(suite => comparisonOf(suite)?.difference),
      {label: t("variants.points"), title: t("variants.differencePlot", {baseline: variants[0].variantName}), isDifference: true}, difference),
    sizeChart(points(divergenceOf), {label: t("variants.nats"), title: t("variants.divergencePlot", {baseline: variants[0].variantName}), isPositive: true},
      value => decimal(value, 4)));
}

function variantsTable(variants, metric) {
  const first = variants[0];
  const compared = (key, name, value, cell, more) => ({
    key, name, number: true, value: suite => comparisonOf(suite) && value(comparisonOf(suite)),
    cell: suite => comparisonOf(suite) ? cell(comparisonOf(suite), suite) : suite === baseOf(suite) && key === "difference" ? t("variants.baseline") : NONE, ...more
  });
  return sortableTable({
    label: titleOf(first),
    rows: variants,
    columns: [
      {key: "variant", name: t("column.variant"), value: suite => suite.variantName, cell: suite =>
        h("a", {href: address("results", {run: suite.index})}, suite.variantName)},
      ...(metric ? variantColumns(metric) : []),
      compared("difference", t("variants.difference"), each => each.difference.value, differenceCell, {hint: t("variants.differenceHint", {baseline: first.variantName})}),
      compared("p", "p", each => each.mcnemar?.p, each => pValue(each.mcnemar?.p), {hint: t("variants.pHint"), wide: true}),
      compared("flips", t("variants.flips"), each => each.lost + each.gained, flipsCell, {hint: t("variants.flipsHint")}),
      compared("changed", t("variants.changed"), each => each.changedAnswers, changedCell, {hint: t("variants.changedHint"), wide: true}),
      ...(variants.some(distributionOf) ? distributionColumns() : []),
      {key: "bits", name: t("variants.bits"), number: true, wide: true, value: suite => suite.variant.bitsPerWeight, cell: suite => decimal(suite.variant.bitsPerWeight, 2)},
      {key: "bytes", name: t("variants.bytes"), number: true, wide: true, value: suite => suite.variant.weightBytes, cell: suite => bytes(suite.variant.weightBytes)},
      {key: "speed", name: t("speed.tokens"), number: true, wide: true, value: suite => suite.performance?.tokensPerSecond,
        cell: suite => count(Math.round(suite.performance?.tokensPerSecond ?? NaN))}
    ]
  });
}

function distributionColumns() {
  const column = (key, value, write, more) => ({
    key, name: t("variants." + key), hint: t("variants." + key + "Hint"), number: true, ...more,
    value: suite => value(distributionOf(suite)), cell: suite => write(value(distributionOf(suite)))
  });
  return [
    column("divergence", each => each?.divergence.value, value => decimal(value, 4)),
    column("divergenceTail", each => each?.percentiles["99"], value => decimal(value, 4), {wide: true}),
    column("sameTop", each => each?.sameTop.value, value => percent(value)),
    column("perplexity", each => each?.perplexityRatio, value => decimal(value, 4))
  ];
}

function variantColumns(metric) {
  const [value, , interval] = estimateColumns([metric], suite => suite.metrics);
  return [value, {...interval, wide: true, cell: suite => h("span", {class: "interval-text"}, intervalText(metric, suite.metrics[metric]?.ci95))}];
}

function differenceCell(comparison) {
  const {value, ci95} = comparison.difference;
  return [difference(value), ci95 ? h("span", {class: "faint wide"}, " [" + ci95.map(end => difference(end)).join(", ") + "]") : null];
}

/** Links to the items that were lost and gained. */
function flipsCell(comparison, suite) {
  const link = (flip, sign, n) => n
    ? h("a", {href: address("items", {suite: suite.suite, variant: suite.variantName, flip}), "aria-label": t("variants." + flip, {n: count(n)})}, sign + count(n))
    : sign + "0";
  return [link("lost", "−", comparison.lost), " ", link("gained", "+", comparison.gained)];
}

function changedCell(comparison, suite) {
  const text = count(comparison.changedAnswers) + " (" + percent(comparison.n ? comparison.changedAnswers / comparison.n : null, 1) + ")";
  return h("a", {href: address("items", {suite: suite.suite, variant: suite.variantName, flip: "changed"})}, text);
}
