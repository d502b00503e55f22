/* A table that can be sorted by its columns. */

/**
 * columns: [{key, name, hint, number, wide, value(row), cell(row)}]; value is what is sorted by (none: not sortable), cell what is shown.
 * Undefined values come last in either direction. `totals` are rows that stay below.
 */
function sortableTable({label, columns, rows, totals = []}) {
  const body = h("tbody", {});
  let order = {key: null, direction: "descending"};
  const headers = columns.map(column => header(column, () => {
    order = {key: column.key, direction: nextDirection(column, order)};
    draw();
  }));

  function draw() {
    columns.forEach((column, i) => {
      if (column.key === order.key) headers[i].setAttribute("aria-sort", order.direction);
      else headers[i].removeAttribute("aria-sort");
    });
    const column = columns.find(candidate => candidate.key === order.key);
    const shown = column ? [...rows].sort((a, b) => compare(column.value(a), column.value(b), order.direction)) : rows;
    replaceContent(body, shown.map(row => line(columns, row, "")), totals.map(row => line(columns, row, "total")));
  }

  draw();
  const table = h("table", {"aria-label": label}, h("thead", {}, h("tr", {}, headers)), body);
  return h("div", {class: "scroll", role: "region", "aria-label": label, tabindex: 0}, table);
}

function header(column, onclick) {
  const classes = [column.number && "number", column.wide && "wide"].filter(Boolean).join(" ");
  return h("th", {scope: "col", class: classes || null, title: column.hint},
    column.value ? h("button", {type: "button", onclick}, column.name) : column.name);
}

/** Numbers begin with the largest, names with the first. */
function nextDirection(column, order) {
  const first = column.number ? "descending" : "ascending";
  if (order.key !== column.key) return first;
  return order.direction === "descending" ? "ascending" : "descending";
}

function compare(a, b, direction) {
  const noA = a === null || a === undefined, noB = b === null || b === undefined;
  if (noA || noB) return noA - noB;
  const sign = direction === "descending" ? -1 : 1;
  return sign * (typeof a === "number" ? a - b : String(a).localeCompare(String(b), locale()));
}

function line(columns, row, className) {
  return h("tr", {class: className || null}, columns.map((column, i) => {
    const classes = [column.number && "number", column.wide && "wide"].filter(Boolean).join(" ");
    return h(i === 0 ? "th" : "td", {scope: i === 0 ? "row" : null, class: classes || null}, column.cell(row));
  }));
}

/** The columns of an estimate; `of(row)` gives the row's metrics. The headline metric has its standard error and interval beside it. */
function estimateColumns(metrics, of) {
  return metrics.flatMap((metric, i) => {
    const at = row => of(row)[metric] ?? {value: null};
    const value = {
      key: metric, name: metric, hint: metricName(metric), number: true,
      value: row => at(row).value, cell: row => estimateValue(metric, at(row))
    };
    if (i > 0) return [{...value, wide: true}];
    return [value, {
      key: metric + ".stderr", name: t("column.stderr"), number: true, wide: true,
      value: row => at(row).stderr, cell: row => isShare(metric) ? decimal(100 * at(row).stderr, 2) : decimal(at(row).stderr, 4)
    }, {
      key: metric + ".ci", name: t("column.interval"),
      cell: row => intervalCell(metric, at(row))
    }];
  });
}

function intervalCell(metric, estimate) {
  const bar = intervalBar(metric, estimate), text = intervalText(metric, estimate.ci95);
  return [bar, h("span", {class: bar ? "interval-text wide" : "interval-text"}, text)];
}

/** The value; what is undefined says why. */
function estimateValue(metric, estimate) {
  if (isNumber(estimate.value)) return metricValue(metric, estimate.value);
  return h("abbr", {title: estimate.undefined || t("undefined.noItems")}, NONE);
}
