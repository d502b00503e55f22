/* The diagrams of a suite. */

function calibrationChart(calibration) {
  const plane = new Plane({
    x: shareAxis(t("calibration.confidence")), y: shareAxis(t("calibration.right")), label: t("calibration.label")
  });
  const filled = calibration.bins.filter(bin => bin.n > 0), most = Math.max(...filled.map(bin => bin.n));
  for (const bin of filled) {
    const top = plane.py(.25 * bin.n / most);
    plane.add("rect", {
      class: "count", x: plane.px(bin.from) + 1, y: top, width: plane.px(bin.to) - plane.px(bin.from) - 2, height: plane.py(0) - top
    });
  }
  plane.path([[0, 0], [1, 1]], "ideal");
  for (const bin of filled) {
    plane.point(bin.confidence, bin.accuracy.value, bin.accuracy.ci95,
      t("calibration.bin", {confidence: percent(bin.confidence, 1), right: percent(bin.accuracy.value, 1), n: count(bin.n)}));
  }
  return chart(plane.root, plainTable(t("calibration.label"),
    [t("calibration.confidence"), t("calibration.right"), t("column.interval"), "n"],
    filled.map(bin => [percent(bin.confidence, 1), percent(bin.accuracy.value, 1), percentInterval(bin.accuracy.ci95), count(bin.n)])));
}

function percentInterval(ci) {
  return ci ? decimal(100 * ci[0], 1) + " – " + decimal(100 * ci[1], 1) : NONE;
}

/** Rows are what is right, columns what was answered. */
function confusionMatrix(labels, counts) {
  const most = Math.max(1, ...counts.flat());
  const answered = labels.map((_, i) => counts.reduce((sum, row) => sum + row[i], 0));
  const cells = (row, gold) => row.map((n, i) => h("td", {class: i === gold ? "diagonal" : null},
    h("span", {class: "shade", "aria-hidden": "true", style: {opacity: .35 * n / most}}), h("span", {}, count(n))));
  return h("div", {class: "scroll", role: "region", tabindex: 0, "aria-label": t("confusion.title")},
    h("table", {class: "matrix", "aria-label": t("confusion.title")},
      h("thead", {}, h("tr", {}, h("th", {scope: "col"}, t("confusion.corner")),
        labels.map(label => h("th", {scope: "col"}, label)), h("th", {scope: "col"}, t("confusion.recall")))),
      h("tbody", {}, counts.map((row, gold) => h("tr", {}, h("th", {scope: "row"}, labels[gold]), cells(row, gold),
        h("td", {}, ratio(row[gold], row.reduce((a, b) => a + b, 0)))))),
      h("tfoot", {}, h("tr", {}, h("th", {scope: "row"}, t("confusion.precision")),
        labels.map((_, i) => h("td", {}, ratio(counts[i][i], answered[i]))), h("td", {})))));
}

function ratio(part, whole) {
  return whole ? percent(part / whole, 1) : NONE;
}

function curveChart(curve, x, y, label, ideal) {
  if (!curve.points.length) return h("p", {class: "faint"}, curve.area.undefined);
  const plane = new Plane({x: shareAxis(x), y: shareAxis(y), label});
  if (ideal) plane.path(ideal, "ideal");
  plane.path(curve.points, "curve");
  return chart(plane.root);
}

/** Something against the size of the weights. Points are {name, bits, estimate}; null if there are less than two. */
function sizeChart(points, y, write) {
  const shown = points.filter(point => isNumber(point.bits) && isNumber(point.estimate.value));
  if (shown.length < 2) return null;
  const ends = shown.flatMap(point => [point.estimate.value, ...(point.estimate.ci95 ?? [])]);
  const plane = new Plane({
    x: doublingAxis(points.map(point => point.bits).filter(isNumber), t("variants.bits"), value => String(value)),
    y: y.isDifference ? differenceAxis(ends, y.label) : y.isPositive ? positiveAxis(ends, y.label) : closeShareAxis(ends, y.label), label: y.title
  });
  if (y.isDifference) plane.path([[plane.x.from, 0], [plane.x.to, 0]], "ideal");
  for (const {name, bits, estimate} of shown) plane.point(bits, estimate.value, estimate.ci95, name + ": " + write(estimate.value));
  namePoints(plane, shown);
  return h("div", {}, h("h3", {}, y.title), chart(plane.root));
}

/** Beside its dot; a name that would lie on another dot or on an earlier name moves down. */
function namePoints(plane, shown) {
  const place = point => [plane.px(point.bits), plane.py(point.estimate.value)];
  const taken = shown.map(point => ({x: place(point)[0] - 5, y: place(point)[1] + 4, width: 10, of: point}));
  for (const point of [...shown].sort((a, b) => b.estimate.value - a.estimate.value)) {
    const width = 7.5 * point.name.length, dot = place(point)[0], right = dot + 9 + width < WIDTH, x = right ? dot + 9 : dot - 9 - width;
    let y = place(point)[1] + 4;
    while (taken.some(box => box.of !== point && Math.abs(box.y - y) < 14 && x < box.x + box.width && box.x < x + width)) y += 3;
    taken.push({x, y, width});
    plane.text(right ? dot + 9 : dot - 9, y, point.name, {"text-anchor": right ? "start" : "end"});
  }
}

/** Values between 0 and 1 by name, as a star. */
function radarChart(axes, label) {
  const middleX = 230, middleY = 165, radius = 115;
  const at = (i, value) => {
    const angle = 2 * Math.PI * i / axes.length - Math.PI / 2;
    return [middleX + radius * value * Math.cos(angle), middleY + radius * value * Math.sin(angle)];
  };
  const outline = values => values.map((value, i) => at(i, value).join(",")).join(" ");
  const root = svg("svg", {viewBox: "0 0 460 330", role: "img", "aria-label": label});
  for (const ring of [.25, .5, .75, 1]) root.append(svg("polygon", {class: "grid", points: outline(axes.map(() => ring))}));
  root.append(svg("polygon", {class: "area", points: outline(axes.map(axis => axis.value))}));
  axes.forEach((axis, i) => {
    const [x, y] = at(i, 1.12), anchor = Math.abs(x - middleX) < 12 ? "middle" : x < middleX ? "end" : "start";
    root.append(svg("line", {class: "grid", x1: middleX, y1: middleY, x2: at(i, 1)[0], y2: at(i, 1)[1]}));
    root.append(svg("text", {x, y: y + 4, "text-anchor": anchor}, axis.name + " " + percent(axis.value, 0)));
  });
  return chart(root, plainTable(label, [t("capability.column"), t("capability.mean"), t("capability.suites")],
    axes.map(axis => [axis.name, percent(axis.value, 1), axis.suites])));
}
