/* The first view: what ran, what came out, what to be careful about. */
function overviewView() {
  return [
    h("header", {}, h("h1", {}, run.about.model),
      h("p", {class: "faint"}, t("overview.subtitle", {
        id: run.about.id, when: moment(run.about.started), version: run.about.harnessVersion
      }))),
    run.gates.length ? panel(t("gates.title"), run.gates.map(gate)) : null,
    warningsPanel(),
    panel(t("overview.suites"), outcomeLegend(run.suites), suitesTable()),
    trendPanel(),
    formsPanel(),
    capabilityPanel(),
    hardwarePanel(),
    panel(t("overview.speed"), speedTable())
  ];
}

/** Evidence is a text, or an object with a text, numbers by name and whatever else there is. */
function gate(result) {
  const evidence = result.evidence && typeof result.evidence === "object" ? result.evidence : {text: result.evidence};
  const {text, numbers, ...others} = evidence, rest = Object.entries({...numbers, ...others});
  return h("div", {class: "gate"},
    h("div", {}, h("span", {class: "verdict " + result.verdict}, named("verdict", result.verdict))),
    h("div", {}, h("strong", {}, result.name), text ? h("p", {}, text) : null,
      result.baseline ? h("p", {class: "faint"}, t("gates.baseline", result.baseline)) : null,
      rest.length ? h("details", {open: !text}, h("summary", {}, t("gates.evidence")),
        facts(rest.map(([name, value]) => [name, anyText(value)]))) : null));
}

function warningsPanel() {
  const texts = [...new Set(run.suites.flatMap(warnings))];
  if (!texts.length) return null;
  return panel(t("warnings.title"), texts.map(text => h("p", {class: "notice"}, h("strong", {}, whoIsWarned(text)), t("app.colon"), text)));
}

/** The suites that a warning is for; without their variants where it is for all of them. */
function whoIsWarned(text) {
  const warned = run.suites.filter(suite => warnings(suite).includes(text));
  if (warned.length > 1 && warned.length === run.suites.filter(suite => !isOfChecks(suite)).length) return t("warnings.all");
  return [...new Set(warned.map(suite => variantsOf(suite.suite).every(each => warned.includes(each)) ? titleOf(suite) : fullTitle(suite)))].join(", ");
}

function warnings(suite) {
  const outcomes = suite.outcomes, evaluated = Object.values(outcomes).reduce((a, b) => a + b, 0), texts = [];
  if (suite.status === "stopped") texts.push(t("warnings.stopped", {n: count(evaluated), planned: count(suite.planned)}));
  if (suite.status === "skipped") texts.push(t("warnings.skipped", {reason: suite.skipReason ?? ""}));
  if (outcomes.error) texts.push(t("warnings.error", {n: count(outcomes.error)}));
  if (outcomes.noAnswer && !isOfChecks(suite)) texts.push(t("warnings.noAnswer", {n: count(outcomes.noAnswer)}));
  if (suite.performance?.truncatedItems) {
    texts.push(t("warnings.truncated", {n: count(suite.performance.truncatedItems), length: count(run.about.modelDetails.contextLength)}));
  }
  for (const subject of suite.subjects) if (subject.balance?.accuracyMisleads) texts.push(imbalance(suite, subject));
  if (suite.data.startsWith("mini")) texts.push(t("warnings.mini"));
  const [metric, estimate] = headline(suite.metrics) ?? [];
  if (metric && !isNumber(estimate.value)) texts.push(t("warnings.undefined", {metric, reason: estimate.undefined ?? ""}));
  return texts;
}

/** Why the accuracy misleads where one label is right nearly always. */
function imbalance(suite, {title, balance}) {
  const most = Math.max(...balance.gold), all = balance.gold.reduce((a, b) => a + b, 0);
  const subject = suite.subjects.length > 1 ? title + t("app.colon") : "";
  return t("warnings.imbalance", {subject, label: balance.labels[balance.gold.indexOf(most)], share: percent(most / all, 1),
    ratio: isNumber(balance.ratio) ? " (" + decimal(balance.ratio, 1) + " : 1)" : ""});
}

function suitesTable() {
  const several = run.suites.some(suite => variantsOf(suite.suite).length > 1);
  const head = suite => headline(suite.metrics) ?? [null, {value: null}];
  return sortableTable({
    label: t("overview.suites"),
    rows: run.suites,
    columns: [
      {key: "suite", name: t("column.suite"), value: titleOf, cell: suite => [
        h("a", {href: address("results", {run: suite.index})}, titleOf(suite)), several ? h("span", {class: "narrow small faint"}, suite.variantName) : null]},
      several && {key: "variant", name: t("column.variant"), wide: true, value: suite => suite.variantName, cell: variantTag},
      {key: "metric", name: t("column.metric"), wide: true, value: suite => head(suite)[0], cell: suite =>
        isOfChecks(suite) ? t("checks.metric") : h("span", {title: metricName(head(suite)[0] ?? "")}, head(suite)[0] ?? t("results.bySubject"))},
      {key: "value", name: t("column.value"), number: true, value: suite => head(suite)[1].value, cell: headlineCell},
      {key: "interval", name: t("column.interval"), cell: suite => head(suite)[0] ? intervalCell(...head(suite)) : NONE},
      {key: "n", name: t("column.items"), number: true, wide: true, value: evaluated, cell: suite => count(evaluated(suite))},
      {key: "outcomes", name: t("column.outcomes"), wide: true, cell: suite => outcomeBar(suite.outcomes, isOfChecks(suite))}
    ].filter(Boolean)
  });
}

function headlineCell(suite) {
  if (isOfChecks(suite)) return h("strong", {}, t("checks.hold", {n: count(suite.outcomes.correct), all: count(evaluated(suite))}));
  const shown = headline(suite.metrics);
  return shown
    ? [h("strong", {}, estimateValue(...shown)), h("span", {class: "narrow small faint"}, shown[0])]
    : [NONE, h("span", {class: "narrow small faint"}, t("results.bySubject"))];
}

function evaluated(suite) {
  return Object.values(suite.outcomes).reduce((a, b) => a + b, 0);
}

/** Suites that ran in both forms, and the better one. */
function formsPanel() {
  const score = each => metricValue(each.metric, each.value);
  return run.forms.length ? panel(t("forms.title"), h("p", {class: "faint"}, t("forms.about")), plainTable(t("forms.title"),
    [t("column.suite"), t("column.variant"), t("forms.letters"), t("forms.cloze"), t("forms.better")],
    run.forms.map(each => [titleOf(variantsOf(each.suite)[0]), each.precision, score(each.letters), score(each.cloze),
      each.better ? t("forms." + each.better) : each.undefined]))) : null;
}

function speedTable() {
  const of = (suite, name) => suite.performance?.[name];
  const column = (key, text, write) => ({
    key, name: text, number: true, value: suite => of(suite, key), cell: suite => write(of(suite, key))
  });
  return sortableTable({
    label: t("overview.speed"),
    rows: run.suites,
    columns: [
      {key: "suite", name: t("column.suite"), value: fullTitle, cell: fullTitle},
      column("wallSeconds", t("speed.wall"), seconds),
      column("tokensPerSecond", t("speed.tokens"), value => isNumber(value) ? count(Math.round(value)) : NONE),
      {...column("computedTokens", t("speed.computed"), count), wide: true},
      {...column("sharedPercent", t("speed.shared"), value => isNumber(value) ? percent(value / 100, 1) : NONE), wide: true}
    ]
  });
}

/** Only suites that say which capability they measure, by a share: others can't be put on one scale. */
function capabilityPanel() {
  const byName = new Map();
  for (const name of suiteNames()) {
    const suite = variantsOf(name)[0], [metric, estimate] = headline(suite.metrics) ?? [];
    if (!suite.capability || !metric || !isShare(metric) || !isNumber(estimate.value)) continue;
    byName.set(suite.capability, [...(byName.get(suite.capability) || []), [suite, estimate.value]]);
  }
  const axes = [...byName].map(([name, all]) => ({
    name: named("capability", name),
    value: all.reduce((sum, [, value]) => sum + value, 0) / all.length,
    suites: all.map(([suite]) => titleOf(suite)).join(", ")
  }));
  return axes.length < 3 ? null : panel(t("capability.title"), h("p", {class: "faint"}, t("capability.about")), radarChart(axes, t("capability.title")));
}
