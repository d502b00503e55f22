/* Finds items. What is searched is put together and lower-cased once; then a search is one pass over it. */

/** One item under one variant. */
class Entry {
  constructor(table, row) {
    this.table = table;
    this.row = row;
  }
}

const index = (() => {
  let textOfQuestion = null;
  const textOfRow = new Map();

  function normal(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  /** [question] its own text and choices. What a subject's prompts have in common would make every item a hit. */
  function questionTexts() {
    const questions = run.questions;
    return textOfQuestion ??= questions.prompts.map((_, question) =>
      normal(questions.own(question) + "\n" + questions.choices[question].join("\n")));
  }

  /** [row] the id and what the model said. */
  function rowTexts(table) {
    if (!textOfRow.has(table)) {
      const said = ["response", "error", "evidence.text"].filter(name => table.columns.has(name));
      textOfRow.set(table, Array.from({length: table.rows}, (_, row) =>
        normal(table.id(row) + "\n" + said.map(name => table.get(name, row) ?? "").join("\n"))));
    }
    return textOfRow.get(table);
  }

  function build() {
    questionTexts();
    for (const suite of run.suites) rowTexts(suite.table);
  }

  /** Words that must all occur; what is in quotation marks is one. */
  function terms(query) {
    return [...normal(query).matchAll(/["“”]([^"“”]+)["“”]|[^\s"“”]+/g)].map(match => match[1] ?? match[0]);
  }

  function matches(table, row, words) {
    const question = questionTexts()[table.get("question", row)], said = rowTexts(table)[row];
    return words.every(word => question.includes(word) || said.includes(word));
  }

  return {build, terms, matches};
})();

/**
 * The entries that a filter lets through, in its order.
 * filter: {suite, variant, subject, outcome, flip, since, q, sort}; what is empty lets everything through.
 */
function find(filter) {
  const words = index.terms(filter.q || "");
  const found = [];
  for (const suite of run.suites) {
    if (filter.suite && suite.suite !== filter.suite) continue;
    if (suite !== chosenVariant(suite.suite, filter.variant)) continue;
    collect(suite, filter, words, found);
  }
  return sorted(found, filter.sort);
}

/** The suite under the variant of that name; under its first one if it has none of that name. */
function chosenVariant(suiteName, variant) {
  const all = variantsOf(suiteName);
  return all.find(suite => suite.variantName === variant) ?? all[0];
}

function collect(suite, filter, words, found) {
  const table = suite.table, base = baseOf(suite).table;
  for (let row = 0; row < table.rows; row++) {
    if (filter.subject && table.get("subject", row) !== filter.subject) continue;
    if (filter.outcome && table.outcome(row) !== filter.outcome) continue;
    if (filter.flip && !isFlipped(base, table, row, filter.flip)) continue;
    if (filter.since && !flippedSince(table, row, filter.since)) continue;
    if (words.length && !index.matches(table, row, words)) continue;
    found.push(new Entry(table, row));
  }
}

/** Compared with the first variant: lost (was right), gained (is right), flipped (either), changed (answered otherwise). */
function isFlipped(base, table, row, kind) {
  const other = base.rowOf.get(table.key(row));
  if (other === undefined || base === table) return false;
  const was = base.outcome(other), is = table.outcome(row);
  if (was === "error" || is === "error") return false;
  const lost = was === "correct" && is !== "correct", gained = was !== "correct" && is === "correct";
  if (kind === "changed") return lost || gained || base.get("answer", other) !== table.get("answer", row);
  return kind === "lost" ? lost : kind === "gained" ? gained : lost || gained;
}

/** Compared with a baseline of another run. */
function flippedSince(table, row, kind) {
  const flip = flipOf(table.suite, table.id(row));
  return flip !== undefined && (kind === "flipped" || directionOf(flip) === kind);
}

function sorted(found, order) {
  if (order !== "sure" && order !== "unsure") return found;
  const sign = order === "sure" ? -1 : 1;
  return found
    .map(entry => [entry, confidence(entry)])
    .sort(([, a], [, b]) => a === b ? 0 : a === null ? 1 : b === null ? -1 : sign * (a - b))
    .map(([entry]) => entry);
}

/** The probability of the chosen answer among the choices; null where there is none. */
function confidence(entry) {
  const values = entry.table.get("loglikelihoods", entry.row), answer = entry.table.get("answer", entry.row);
  return values?.length && Number.isInteger(answer) ? probabilities(values)[answer] : null;
}

/** Softmax; a log-likelihood of null is that of what has probability 0. */
function probabilities(loglikelihoods) {
  const known = loglikelihoods.filter(value => value !== null);
  const largest = known.length ? Math.max(...known) : 0;
  const weights = loglikelihoods.map(value => value === null ? 0 : Math.exp(value - largest));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map(weight => sum > 0 ? weight / sum : 0);
}
