/* How the suites did before, as far as the history knows. */
function trendPanel() {
  const charts = run.trends.map(trendChart).filter(Boolean);
  return charts.length ? panel(t("trend.title"), h("p", {class: "faint"}, t("trend.about")), h("div", {class: "side-by-side trend"}, charts)) : null;
}

/** Null where there is nothing to compare with. */
function trendChart(trend) {
  const runs = trend.runs.filter(each => isNumber(each.value)), {metric} = trend, name = fullTitle(trend.of);
  if (runs.length < 2) return null;
  const ends = runs.flatMap(each => [each.value, ...(each.ci95 ?? [])]);
  const y = isShare(metric) ? closeShareAxis(ends, metricName(metric)) : closeAxis(ends, metricName(metric));
  const x = {from: -.5, to: runs.length - .5, ticks: [0, runs.length - 1], text: i => day(runs[i].started), label: t("trend.runs", {n: count(runs.length)})};
  const plane = new Plane({x, y, label: t("trend.label", {suite: name, metric})});
  plane.path(runs.map((each, i) => [i, each.value]), "curve");
  runs.forEach((each, i) => plane.point(i, each.value, each.ci95, [each.run, each.branch, metricValue(metric, each.value)].filter(Boolean).join(" · ")));
  return h("div", {}, h("h3", {}, name), chart(plane.root, plainTable(t("trend.label", {suite: name, metric}),
    [t("provenance.run"), t("provenance.started"), t("trend.branch"), t("trend.commit"), metric, t("column.interval"), "n"],
    runs.map(each => [each.run, moment(each.started), each.branch ?? NONE, each.commit?.slice(0, 10) ?? NONE, metricValue(metric, each.value),
      intervalText(metric, each.ci95), count(each.n)]))));
}
