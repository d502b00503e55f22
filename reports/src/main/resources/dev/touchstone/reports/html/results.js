/* A suite's results: metrics, groups, subjects, checks. */
function resultsView(params) {
  const suite = run.suites[Number(params.get("run") || 0)] ?? run.suites[0];
  if (!suite) return h("p", {}, t("overview.nothing"));
  return [
    h("header", {}, h("h1", {}, titleOf(suite)), suiteFacts(suite)),
    suitePicker("results", suite),
    warnings(suite).map(text => h("p", {class: "notice"}, text)),
    isOfChecks(suite) ? checksPanel(suite) : [metricsPanel(suite), groupsPanel(suite), subjectsPanel(suite)]
  ];
}

function suiteFacts(suite) {
  const shots = suite.shots === 1 ? t("suite.shot") : t("suite.shots", {n: suite.shots});
  return h("div", {class: "row small"},
    variantTag(suite),
    h("span", {class: "tag" + (suite.data.startsWith("mini") ? " strong" : "")}, t("suite.data", {data: named("data", suite.data)})),
    suite.capability ? h("span", {class: "tag"}, named("capability", suite.capability)) : null,
    isOfChecks(suite) ? null : h("span", {class: "tag"}, shots),
    h("span", {class: "tag"}, named("mode", suite.mode)),
    h("span", {class: "faint"}, outcomesInWords(suite.outcomes, isOfChecks(suite))));
}

function suitePicker(view, suite) {
  if (run.suites.length < 2) return null;
  return h("p", {class: "pick"}, picker(t("column.suite") + " ", run.suites.map(each => [each.index, fullTitle(each)]), suite.index,
    value => go(view, {run: value})));
}

function metricsPanel(suite) {
  const rows = Object.entries(suite.metrics);
  if (!rows.length) return panel(t("results.metrics"), h("p", {class: "faint"}, t(suite.subjects.length ? "results.nothingInCommon" : "undefined.noItems")));
  const notes = [...new Set(rows.map(([, estimate]) => estimate.undefined).filter(Boolean))];
  return panel(t("results.metrics"), sortableTable({
    label: t("results.metrics"),
    rows,
    columns: [
      {key: "name", name: t("column.metric"), value: row => row[0], cell: row => metricName(row[0])},
      {key: "value", name: t("column.value"), number: true, value: row => row[1].value, cell: row => estimateValue(...row)},
      {key: "stderr", name: t("column.stderr"), number: true, wide: true, value: row => row[1].stderr, cell: row => metricStderr(...row)},
      {key: "ci", name: t("column.interval"), cell: row => intervalCell(...row)},
      {key: "n", name: "n", number: true, value: row => row[1].n, cell: row => count(row[1].n)}
    ]
  }), clusteredNotes(suite), notes.map(note => h("p", {class: "note"}, NONE + " " + note)));
}

/** Intervals of items that are not taken for independent. */
function clusteredNotes(suite) {
  const {by, clusters, metrics} = suite.clustered ?? {metrics: {}};
  return Object.entries(metrics).filter(([, estimate]) => estimate.ci95).map(([metric, estimate]) =>
    h("p", {class: "note"}, t("clustered." + by, {metric: metricName(metric), n: count(clusters), interval: intervalText(metric, estimate.ci95)})));
}

function metricStderr(metric, estimate) {
  return isShare(metric) ? decimal(isNumber(estimate.stderr) ? 100 * estimate.stderr : null, 2) : decimal(estimate.stderr, 4);
}

function groupsPanel(suite) {
  if (!suite.groups.length) return null;
  return panel(t("results.groups"), sortableTable({
    label: t("results.groups"),
    rows: suite.groups,
    columns: [
      {key: "name", name: t("column.group"), value: row => row.title, cell: row => row.title},
      ...estimateColumns(Object.keys(suite.metrics), row => row.metrics),
      ...countColumns(row => row)
    ]
  }));
}

function subjectsPanel(suite) {
  const groups = new Map(suite.groups.map(group => [group.group, group.title]));
  return panel(t("results.subjects"), sortableTable({
    label: t("results.subjects"),
    rows: suite.subjects,
    columns: [
      {
        key: "name", name: t("column.subject"), value: row => subjectNames(row, suite)[0],
        cell: row => h("a", {href: address("items", {suite: suite.suite, variant: suite.variantName, subject: row.subject})}, subjectName(row, suite))
      },
      groups.size ? {key: "group", name: t("column.group"), wide: true, value: row => groups.get(row.group), cell: row => groups.get(row.group) ?? NONE} : null,
      ...(headline(suite.metrics) ? estimateColumns(metricsOf(suite), row => row.metrics) : ownColumns()),
      ...countColumns(row => row)
    ].filter(Boolean)
  }), headline(suite.metrics) ? null : ownMetrics(suite));
}

/** Every metric of subjects that have no metric in common. */
function ownMetrics(suite) {
  return h("details", {open: true}, h("summary", {}, t("results.allMetrics")), sortableTable({
    label: t("results.allMetrics"),
    rows: suite.subjects.flatMap(subject => Object.entries(subject.metrics).map(([metric, estimate]) => ({subject, metric, estimate}))),
    columns: [
      {key: "name", name: t("column.subject"), value: row => subjectNames(row.subject, suite)[0], cell: row => subjectName(row.subject, suite)},
      {key: "metric", name: t("column.metric"), value: row => row.metric, cell: row => metricName(row.metric)},
      {key: "value", name: t("column.value"), number: true, cell: row => estimateValue(row.metric, row.estimate)},
      {key: "stderr", name: t("column.stderr"), number: true, wide: true, cell: row => metricStderr(row.metric, row.estimate)},
      {key: "ci", name: t("column.interval"), cell: row => intervalCell(row.metric, row.estimate)},
      {key: "n", name: "n", number: true, wide: true, cell: row => count(row.estimate.n)}
    ]
  }));
}

/** Of subjects that have no metric in common, as GLUE's: the first one of each. */
function ownColumns() {
  const own = row => headline(row.metrics) ?? ["", {value: null}];
  return [
    {key: "metric", name: t("column.metric"), value: row => own(row)[0], cell: row => h("span", {title: metricName(own(row)[0])}, own(row)[0])},
    {key: "value", name: t("column.value"), number: true, value: row => own(row)[1].value, cell: row => estimateValue(...own(row))},
    {key: "stderr", name: t("column.stderr"), number: true, wide: true, value: row => own(row)[1].stderr, cell: row => metricStderr(...own(row))},
    {key: "ci", name: t("column.interval"), cell: row => intervalCell(...own(row))}
  ];
}

/** A suite's own, and those that only subjects have, as GLUE's tasks do. */
function metricsOf(suite) {
  return [...new Set([suite.metrics, ...suite.subjects.map(subject => subject.metrics)].flatMap(Object.keys))];
}

function countColumns(of) {
  const n = row => Object.values(of(row).outcomes).reduce((a, b) => a + b, 0);
  return [
    {key: "n", name: "n", number: true, value: n, cell: row => count(n(row))},
    {key: "outcomes", name: t("column.outcomes"), wide: true, cell: row => outcomeBar(of(row).outcomes)}
  ];
}

function checksPanel(suite) {
  return suite.groups.map(group => panel(group.title, suite.subjects.filter(subject => subject.group === group.group)
    .flatMap(subject => (subject.checks || []).map(check => h("div", {class: "gate"},
      h("div", {}, outcomeMark(check.outcome, true)),
      h("div", {}, h("strong", {}, subject.title), h("p", {}, check.statement),
        h("p", {class: "faint"}, check.evidence?.text ?? check.error)))))));
}
