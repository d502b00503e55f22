/* The run: results and diagrams at once, items once they are unpacked. */
const run = (() => {
  const read = id => JSON.parse(document.getElementById(id).textContent);
  const results = read("results");
  const analysis = read("analysis");
  const suites = results.suites.map((suite, index) => ({
    ...suite, index, diagrams: analysis.suites[index], variantName: variantName(suite.variant), table: null
  }));
  const againstBaseline = (results.againstBaseline || []).map(each =>
    ({...each, of: suites.find(suite => suite.suite === each.suite && variantId(suite.variant) === each.variant)}));
  return {
    about: results.run, suites, comparisons: results.comparisons || [], forms: results.forms || [], gates: results.gates || [],
    againstBaseline: againstBaseline.filter(each => each.of), analysis, questions: null
  };
})();

function variantName(variant) {
  return [variant.precision, variant.form, variant.kernel, variant.profile]
    .filter(part => part && part !== "auto" && part !== "host").join(" · ");
}

/** As in the names of items files. */
function variantId(variant) {
  return [variant.precision.replace(":", "-"), variant.form].filter(Boolean).join("-");
}

/** One field of all items. Not each item needs to have it: then there are the rows that do. */
class Column {
  constructor(json, rows) {
    this.values = json.values;
    this.places = null;
    if (json.rows) {
      this.places = new Int32Array(rows).fill(-1);
      json.rows.forEach((row, place) => { this.places[row] = place; });
    }
  }

  /** undefined if the item has no such field. */
  get(row) {
    return this.places ? this.values[this.places[row]] : this.values[row];
  }
}

/** The items of a suite under a variant. Only what is asked for is looked up: objects for all items would cost memory and time. */
class ItemTable {
  constructor(suite, json) {
    this.suite = suite;
    this.rows = json.rows;
    this.columns = new Map(Object.entries(json.columns).map(([name, column]) => [name, new Column(column, json.rows)]));
  }

  get(name, row) {
    return this.columns.get(name)?.get(row);
  }

  id(row) {
    return this.get("id", row) ?? this.suite.suite + "/" + this.get("subject", row) + "#" + this.get("index", row);
  }

  /** correct, wrong, noAnswer, error, or measured for what is neither right nor wrong. */
  outcome(row) {
    return this.get("outcome", row) ?? "measured";
  }

  /** What tells one item of a suite from the others, under every variant. */
  key(row) {
    return this.get("subject", row) + "#" + this.get("index", row);
  }

  /** The whole item, as in the items file; objects are put together again. */
  item(row) {
    const item = {id: this.id(row)};
    for (const [name, column] of this.columns) {
      const value = column.get(row), dot = name.indexOf(".");
      if (value === undefined) continue;
      if (dot < 0) item[name] = value;
      else (item[name.slice(0, dot)] ??= {})[name.slice(dot + 1)] = value;
    }
    return item;
  }

  /** From key to row. */
  get rowOf() {
    return this.rowsByKey ??= new Map(Array.from({length: this.rows}, (_, row) => [this.key(row), row]));
  }
}

/** All prompts, stored as numbers of paragraphs. */
class Questions {
  constructor(json) {
    Object.assign(this, json);
    /** [question] leading paragraphs that all prompts of its subject have in common: instructions and solved examples. */
    this.shared = new Int32Array(json.prompts.length);
  }

  prompt(question) {
    return this.text(question, 0, Infinity);
  }

  preamble(question) {
    return this.text(question, 0, this.shared[question]);
  }

  own(question) {
    return this.text(question, this.shared[question], Infinity);
  }

  text(question, from, to) {
    return this.prompts[question].slice(from, to).map(number => this.paragraphs[number]).join("\n\n");
  }

  /** Of prompts that belong together: at least one paragraph is left to each, and a single prompt has nothing in common with others. */
  findShared(questions) {
    const first = this.prompts[questions[0]];
    let shared = questions.length > 1 ? first.length : 0;
    for (const question of questions) {
      const prompt = this.prompts[question];
      let same = 0;
      while (same < shared && same < prompt.length - 1 && prompt[same] === first[same]) same++;
      shared = same;
    }
    for (const question of questions) this.shared[question] = shared;
  }
}

async function unpack(id) {
  const base64 = document.getElementById(id).textContent;
  const packed = Uint8Array.fromBase64 ? Uint8Array.fromBase64(base64) : Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

async function loadItems() {
  if (typeof DecompressionStream === "undefined") throw new Error(t("items.oldBrowser"));
  run.questions = new Questions(await unpack("questions"));
  for (const suite of run.suites) suite.table = new ItemTable(suite, await unpack("items-" + suite.index));
  for (const suite of run.suites) shareParagraphs(suite.table);
}

function shareParagraphs(table) {
  const bySubject = new Map();
  for (let row = 0; row < table.rows; row++) {
    const subject = table.get("subject", row);
    if (!bySubject.has(subject)) bySubject.set(subject, new Set());
    bySubject.get(subject).add(table.get("question", row));
  }
  for (const questions of bySubject.values()) run.questions.findShared([...questions]);
}

/** The suites of the run by name, each with its variants. */
function suiteNames() {
  return [...new Set(run.suites.map(suite => suite.suite))];
}

function variantsOf(name) {
  return run.suites.filter(suite => suite.suite === name);
}

/** The variant that the suite is compared with: the first one of the same form. */
function baseOf(suite) {
  return variantsOf(suite.suite).find(each => each.variant.form === suite.variant.form);
}

function titleOf(suite) {
  return suite.title + (suite.data.startsWith("mini") ? " (" + suite.data + ")" : "");
}

/** Name with variant where the run has several of the suite. */
function fullTitle(suite) {
  return titleOf(suite) + (variantsOf(suite.suite).length > 1 ? " · " + suite.variantName : "");
}

/** [name, estimate] of the metric that the suite is judged by; undefined if it has none. */
function headline(metrics) {
  return Object.entries(metrics)[0];
}

function subjectOf(suite, id) {
  return suite.subjects.find(subject => subject.subject === id);
}
