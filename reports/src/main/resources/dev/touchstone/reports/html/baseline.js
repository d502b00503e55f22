/* This run beside an earlier one: every item that only one of them got right. */
const DIRECTIONS = ["lost", "gained"];

function baselineView() {
  return [
    h("header", {}, h("h1", {}, t("baseline.title")), h("p", {class: "faint"}, t("baseline.about")),
      [...new Set(run.againstBaseline.map(each => t("gates.baseline", each.baseline)))].map(text => h("p", {class: "small"}, text))),
    panel(null, baselineTable()),
    run.againstBaseline.filter(each => each.flips.length).map(flipsPanel)
  ];
}

function hasBaseline() {
  return run.againstBaseline.length > 0;
}

/** A suite's comparison with the baseline; undefined if it has none. */
function againstBaseline(suite) {
  return run.againstBaseline.find(each => each.of === suite);
}

/** An item's flip since the baseline; undefined if there is none. */
function flipOf(suite, id) {
  const compared = againstBaseline(suite);
  if (!compared) return undefined;
  compared.byId ??= new Map(compared.flips.map(flip => [flip.id, flip]));
  return compared.byId.get(id);
}

function directionOf(flip) {
  return flip.was === "correct" ? "lost" : "gained";
}

function baselineTable() {
  const number = (key, name, more) => ({key, name, number: true, value: each => each[key], cell: each => count(each[key]), ...more});
  return sortableTable({
    label: t("baseline.title"),
    rows: run.againstBaseline,
    columns: [
      {key: "suite", name: t("column.suite"), value: each => fullTitle(each.of), cell: each =>
        h("a", {href: address("results", {run: each.of.index})}, fullTitle(each.of))},
      number("n", "n"),
      {key: "difference", name: t("variants.difference"), number: true, hint: t("baseline.differenceHint"),
        value: each => each.difference.value, cell: differenceCell},
      {key: "p", name: "p", number: true, wide: true, hint: t("variants.pHint"), value: each => each.mcnemar.p, cell: each => pValue(each.mcnemar.p)},
      {key: "flips", name: t("variants.flips"), number: true, hint: t("variants.flipsHint"), value: each => each.lost + each.gained, cell: each =>
        [flipsLink(each, "lost", "−"), " ", flipsLink(each, "gained", "+")]},
      number("changedAnswers", t("variants.changed"), {hint: t("variants.changedHint"), wide: true}),
      number("leftOut", t("baseline.leftOut"), {wide: true})
    ]
  });
}

/** To the item browser, with those items in it. */
function flipsLink(compared, kind, sign) {
  const text = sign + count(compared[kind]), params = {suite: compared.of.suite, variant: compared.of.variantName, since: kind};
  return compared[kind] ? h("a", {href: address("items", params), "aria-label": t("variants." + kind, {n: count(compared[kind])})}, text) : text;
}

function flipsPanel(compared) {
  return panel(fullTitle(compared.of), DIRECTIONS.map(kind => flipsPart(compared, kind)));
}

function flipsPart(compared, kind) {
  const flips = compared.flips.filter(flip => directionOf(flip) === kind), {suite, variantName} = compared.of;
  if (!flips.length) return null;
  return h("section", {}, h("h3", {}, t("variants." + kind, {n: count(flips.length)})),
    h("ul", {class: "flips"}, flips.map(flip => h("li", {},
      h("a", {href: address("items", {suite, variant: variantName, since: kind, item: flip.id})}, flip.id), " ", flipInShort(compared.of, flip)))));
}

/** Both answers and how the question begins, when the items are unpacked. */
function flipInShort(suite, flip) {
  const place = h("span", {class: "small"});
  run.loaded.then(() => {
    const row = suite.table.rowOf.get(flip.id.slice(suite.suite.length + 1));
    if (row === undefined) return;
    const answers = [flip.answerThen, suite.table.get("answer", row)].map(answer => answerText(suite, row, answer));
    replaceContent(place, h("span", {class: "mono"}, answers.join(" → ")), " ", h("span", {class: "faint", lang: suite.language}, snippet(suite.table, row)));
  }).catch(() => {});
  return place;
}

/** A letter, or what was read from the text. */
function answerText(suite, row, answer) {
  if (answer === "" || answer === undefined) return t("outcome.noAnswer");
  return suite.table.get("loglikelihoods", row)?.length ? letter(Number(answer)) : short(answer);
}

/** For an item's page; nothing where it did not flip. */
function sinceBaselinePart(table, row) {
  const flip = flipOf(table.suite, table.id(row));
  return flip ? h("p", {class: "notice"}, t("baseline." + directionOf(flip), {
    run: againstBaseline(table.suite).baseline.run, answer: answerText(table.suite, row, flip.answerThen)
  })) : null;
}
