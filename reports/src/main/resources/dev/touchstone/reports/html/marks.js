/* Small pieces that several views share: outcomes, intervals, verdicts. */
const OUTCOMES = ["correct", "wrong", "noAnswer", "error", "measured"];
/** Told apart without colour. */
const SIGNS = {correct: "✓", wrong: "✗", noAnswer: "?", error: "!", measured: "≈"};

/** The name of an outcome; a check holds or does not. */
function outcomeName(outcome, isCheck) {
  return t((isCheck ? "check." : "outcome.") + outcome);
}

function outcomeMark(outcome, isCheck) {
  return h("span", {class: "outcome " + outcome}, h("span", {"aria-hidden": "true"}, SIGNS[outcome]), outcomeName(outcome, isCheck));
}

/** [name, n] of the outcomes that occurred. */
function occurred(outcomes) {
  return OUTCOMES.map(name => [name, outcomes[name] || 0]).filter(([, n]) => n > 0);
}

function outcomesInWords(outcomes, isCheck) {
  return occurred(outcomes).map(([name, n]) => t("outcomes.part", {n: count(n), name: outcomeName(name, isCheck)})).join(language === "zh" ? "，" : ", ");
}

function outcomeBar(outcomes, isCheck) {
  const parts = occurred(outcomes), all = parts.reduce((sum, [, n]) => sum + n, 0);
  if (!all) return h("span", {class: "faint"}, NONE);
  const words = outcomesInWords(outcomes, isCheck);
  return h("div", {class: "outcome-bar", role: "img", "aria-label": words, title: words},
    parts.map(([name, n]) => h("span", {class: name, style: {width: 100 * n / all + "%"}})));
}

function outcomeLegend(suites) {
  const names = OUTCOMES.filter(name => suites.some(suite => suite.outcomes[name] > 0));
  return h("div", {class: "legend"}, names.map(name => outcomeMark(name, suites.every(isOfChecks))));
}

/** An estimate's place between 0 and 1 with its 95 % interval; nothing for what is no share. */
function intervalBar(metric, estimate) {
  if (!isShare(metric) || !isNumber(estimate.value)) return null;
  const x = value => 4 + 136 * value, [low, high] = estimate.ci95 || [estimate.value, estimate.value];
  return svg("svg", {class: "interval-bar", viewBox: "0 0 144 16", "aria-hidden": "true"},
    svg("line", {class: "track", x1: x(0), x2: x(1), y1: 8, y2: 8}),
    svg("line", {class: "whisker", x1: x(low), x2: x(high), y1: 8, y2: 8, "stroke-width": 4}),
    svg("circle", {class: "dot", cx: x(estimate.value), cy: 8, r: 4}));
}

function variantTag(suite) {
  return h("span", {class: "tag"}, suite.variantName);
}

function isOfChecks(suite) {
  return suite.mode === "check";
}

function metricName(metric) {
  const name = named("metric", metric);
  return name === metric ? metric : name + " (" + metric + ")";
}

/** A subject's names, that in the page's language first. */
function subjectNames(subject, suite) {
  const both = subject.localTitle && subject.localTitle !== subject.title;
  if (!both) return [subject.title];
  return suite.language.split("-")[0] === language ? [subject.localTitle, subject.title] : [subject.title, subject.localTitle];
}

function subjectName(subject, suite) {
  const [first, second] = subjectNames(subject, suite);
  return second ? [h("span", {lang: nameLanguage(first, subject, suite)}, first),
    h("span", {class: "local", lang: nameLanguage(second, subject, suite)}, second)] : first;
}

function nameLanguage(name, subject, suite) {
  return name === subject.localTitle ? suite.language : "en";
}
