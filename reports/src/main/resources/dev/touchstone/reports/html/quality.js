/* How sure the model is, and what it mixes up. */
function qualityView(params) {
  const suite = run.suites[Number(params.get("run") || 0)] ?? run.suites[0];
  if (!suite) return h("p", {}, t("overview.nothing"));
  const {calibration, labelled} = suite.diagrams;
  return [
    h("header", {}, h("h1", {}, t("quality.title", {suite: titleOf(suite)})), suiteFacts(suite)),
    suitePicker("quality", suite),
    calibration || labelled.length ? null : panel(null, h("p", {}, t("quality.none"))),
    calibration ? calibrationPanel(calibration) : null,
    labelled.map(group => labelledPanel(suite, group))
  ];
}

function calibrationPanel({expectedError, bins}) {
  const error = percent(expectedError.value, 1) + (expectedError.ci95 ? " [" + percentInterval(expectedError.ci95) + "]" : "");
  return panel(t("calibration.title"),
    h("p", {}, t("calibration.about")),
    h("p", {}, h("strong", {}, t("calibration.error", {value: error, bins: bins.length, n: count(expectedError.n)}))),
    calibrationChart({bins}));
}

/** Of two labels the second one has curves beside the matrix; of more each has, one below the other. */
function labelledPanel(suite, {subject, labels, confusion, curves}) {
  const known = subject && subjectOf(suite, subject), name = subject ? known?.title ?? subject : titleOf(suite);
  const matrix = h("div", {}, h("h3", {}, t("confusion.title")), h("p", {class: "faint"}, t("confusion.about")), confusionMatrix(labels, confusion));
  const parts = (curves || []).map(each => [rocPart(each.roc, each.label), precisionRecallPart(each.precisionRecall, each.label)]);
  return labels.length === 2
    ? panel(name, h("div", {class: "thirds"}, matrix, parts))
    : panel(name, matrix, h("div", {class: "thirds"}, parts.map(pair => h("div", {}, pair))));
}

function rocPart(roc, label) {
  return h("div", {}, h("h3", {}, t("roc.title", {label})), areaText("roc.area", roc.area),
    curveChart(roc, t("roc.false"), t("roc.true"), t("roc.title", {label}), [[0, 0], [1, 1]]));
}

function precisionRecallPart(curve, label) {
  return h("div", {}, h("h3", {}, t("precisionRecall.title", {label})), areaText("precisionRecall.area", curve.area),
    curveChart(curve, t("confusion.recall"), t("confusion.precision"), t("precisionRecall.title", {label})));
}

function areaText(key, area) {
  if (!isNumber(area.value)) return null;
  return h("p", {}, t(key, {value: decimal(area.value, 3) + (area.ci95 ? " [" + area.ci95.map(end => decimal(end, 3)).join(" – ") + "]" : "")}));
}
