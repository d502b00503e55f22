/* One item with all its evidence. */
function itemDetail(entry, {step, back}) {
  const {table, row} = entry, suite = table.suite, item = table.item(row), question = item.question;
  const subject = subjectOf(suite, item.subject), outcome = table.outcome(row), isCheck = isOfChecks(suite);
  return h("article", {class: "panel detail", "aria-labelledby": "item-title"},
    h("div", {class: "head"},
      h("button", {type: "button", class: "back", onclick: back}, t("items.back")),
      h("h2", {id: "item-title", tabindex: -1}, item.id), outcomeMark(outcome, isCheck),
      h("span", {class: "step"},
        h("button", {type: "button", onclick: () => step(-1), "aria-label": t("items.previous"), title: t("items.previous")}, "↑"),
        h("button", {type: "button", onclick: () => step(1), "aria-label": t("items.next"), title: t("items.next")}, "↓"))),
    h("p", {class: "faint"}, fullTitle(suite), subject && subject.title !== suite.title ? [" · ", subjectName(subject, suite)] : null),
    h("p", {class: "why"}, why(item, outcome, run.questions.choices[question], isCheck)),
    sinceBaselinePart(table, row),
    promptPart(question, suite, isCheck),
    item.loglikelihoods?.length ? choicesPart(item, run.questions.choices[question], suite) : null,
    item.response === undefined ? null : responsePart(item, suite),
    othersPart(table, row),
    restPart(item, question));
}

/** Why the item ended as it did, in a sentence. */
function why(item, outcome, choices, isCheck) {
  if (outcome === "error") return t("why.error", {error: item.error ?? ""});
  if (isCheck) return item.evidence?.text ?? "";
  if (item.loglikelihoods?.length && Number.isInteger(item.gold)) return whyChoice(item, choices);
  if (item.response !== undefined) return whyGenerated(item, outcome);
  if (item.prediction !== undefined) return t("why.scale", {prediction: decimal(item.prediction, 3), gold: decimal(item.gold, 3)});
  if (item.loglikelihood !== undefined) return whyText(item);
  return "";
}

function whyChoice(item, choices) {
  const shares = probabilities(item.loglikelihoods), name = index => choiceName(index, choices);
  const answer = {answer: name(item.answer), share: percent(shares[item.answer], 1)};
  if (item.answer === item.gold) return t("why.right", answer);
  return t("why.wrong", {...answer, gold: name(item.gold), goldShare: percent(shares[item.gold], 1)});
}

/** A choice that is a letter needs no text beside it. */
function choiceName(index, choices) {
  const text = short(choices[index]);
  return text === letter(index) ? text : letter(index) + t("why.quoted", {text});
}

function whyGenerated(item, outcome) {
  const gold = goldText(item.gold);
  if (outcome === "noAnswer") return t("why.noAnswer", {gold});
  const rule = item.extractions?.[0]?.rule ?? item.extraction?.rule ?? NONE;
  return t(outcome === "correct" ? "why.read" : "why.readWrong", {answer: short(String(item.answer ?? "")), rule, gold});
}

function whyText(item) {
  const nats = item.loglikelihood;
  if (nats === null) return t("why.impossible");
  return t("why.text", {
    loglikelihood: decimal(nats, 2), words: count(item.words), bytes: count(item.bytes),
    bits: isNumber(item.bytes) && item.bytes > 0 ? decimal(-nats / item.bytes / Math.LN2, 3) : NONE
  });
}

/** Of a worked solution, as GSM8K has, its last line. */
function goldText(gold) {
  return short(String(gold ?? "").trim().split("\n").pop());
}

function short(text) {
  const line = String(text ?? "").replace(/\s+/g, " ").trim();
  return line.length > 90 ? line.slice(0, 88) + "…" : line;
}

function promptPart(question, suite, isCheck) {
  const preamble = run.questions.preamble(question);
  return h("section", {}, h("h3", {}, t(isCheck ? "detail.statement" : "detail.prompt")),
    preamble ? h("details", {}, h("summary", {}, t("detail.preamble", {n: count(preamble.length)})),
      h("div", {class: "text-block", lang: suite.language}, preamble)) : null,
    h("div", {class: "text-block", lang: suite.language}, run.questions.own(question)));
}

function choicesPart(item, choices, suite) {
  const shares = probabilities(item.loglikelihoods);
  const greedy = item.greedy ?? [];
  return h("section", {}, h("h3", {}, t("detail.choices")),
    h("div", {class: "scroll", role: "region", tabindex: 0, "aria-label": t("detail.choices")}, h("table", {class: "choices"},
      h("thead", {}, h("tr", {}, ["", t("detail.continuation"), t("detail.share"), t("detail.loglikelihood")].map((text, i) =>
        h(text ? "th" : "td", {scope: text ? "col" : null, class: i === 3 ? "number" : null}, text)))),
      h("tbody", {}, choices.map((choice, i) => h("tr", {class: i === item.gold ? "gold" : i === item.answer ? "missed" : null},
        h("th", {scope: "row"}, letter(i)),
        h("td", {}, h("span", {class: "continuation", lang: suite.language}, choice.trim()), " ",
          i === item.gold ? h("span", {class: "outcome correct"}, t("detail.gold")) : null, " ",
          i === item.answer ? h("span", {class: "outcome " + (i === item.gold ? "correct" : "wrong")}, t("detail.answer")) : null, " ",
          greedy[i] ? h("span", {class: "tag"}, t("detail.greedy")) : null),
        h("td", {}, h("span", {class: "small"}, percent(shares[i], 1)),
          h("div", {class: "bar", "aria-hidden": "true"}, h("span", {style: {width: 100 * shares[i] + "%"}}))),
        h("td", {class: "number"}, item.loglikelihoods[i] === null ? "−∞" : decimal(item.loglikelihoods[i], 4))))))));
}

/** The text with what the rules read marked. */
function responsePart(item, suite) {
  const extractions = item.extractions ?? (item.extraction ? [item.extraction] : []);
  return h("section", {}, h("h3", {}, t("detail.response")),
    h("div", {class: "text-block", lang: suite.language}, item.response === "" ? h("span", {class: "faint"}, t("detail.empty")) : markSpans(item.response, extractions)),
    extractions.length ? facts(extractions.map(each => [each.metric ?? t("detail.extracted"),
      [h("span", {class: "mono"}, each.value), " ", h("span", {class: "faint"}, t("detail.rule", {rule: each.rule}))]])) : null,
    h("h3", {}, t("detail.goldAnswer")), h("div", {class: "text-block", lang: suite.language}, String(item.gold ?? NONE)));
}

/** Spans are UTF-16 positions and may overlap. */
function markSpans(text, extractions) {
  const marked = new Array(text.length).fill(false);
  for (const {span} of extractions) if (span) marked.fill(true, span[0], span[1]);
  const parts = [];
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && marked[to] === marked[from]) to++;
    const part = text.slice(from, to);
    parts.push(marked[from] ? h("mark", {}, part) : part);
    from = to;
  }
  return parts;
}

/** The same item under the other variants. */
function othersPart(table, row) {
  const others = variantsOf(table.suite.suite), key = table.key(row);
  if (others.length < 2) return null;
  return h("section", {}, h("h3", {}, t("detail.variants")), plainTable(t("detail.variants"),
    [t("column.variant"), t("column.outcome"), t("detail.answer"), t("detail.share")],
    others.filter(suite => suite.table.rowOf.has(key)).map(suite => {
      const other = suite.table.rowOf.get(key), sure = confidence(new Entry(suite.table, other));
      const link = address("items", {...itemParams(), variant: suite.variantName, item: suite.table.id(other)});
      return [suite.table === table ? h("strong", {}, suite.variantName) : h("a", {href: link}, suite.variantName),
        outcomeMark(suite.table.outcome(other)), answerInShort(suite.table, other) || NONE, sure === null ? NONE : percent(sure, 1)];
    })));
}

/** Everything else that the items file says. */
function restPart(item, question) {
  const shown = new Set(["id", "question", "suite", "subject", "index", "loglikelihoods", "greedy", "response", "extractions", "extraction",
    "gold", "answer", "outcome", "error", "evidence"]);
  const flat = Object.entries(item).filter(([name]) => !shown.has(name)).flatMap(([name, value]) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value).map(([inner, part]) => [named("field", name + "." + inner), fieldText(name + "." + inner, part)])
      : [[named("field", name), fieldText(name, value)]]);
  const numbers = Object.entries(item.evidence?.numbers ?? {}).map(([name, value]) => [name, anyText(value)]);
  return h("details", {}, h("summary", {}, t("detail.more")),
    facts([...flat, ...numbers, [t("field.promptSha256"), h("span", {class: "mono"}, run.questions.sha256[question])]]));
}

function fieldText(name, value) {
  return name === "timing.modelNanos" ? seconds(value / 1e9) : anyText(value);
}
