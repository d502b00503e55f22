/* What the hardware that the run was planned for makes of it. */
function hardwarePanel() {
  const hardware = run.hardware;
  if (!hardware) return null;
  const profile = hardware.profile, estimates = hardware.variants.map(each => each.estimate).filter(Boolean);
  return panel(t("hardware.title", {title: profile.title}),
    h("p", {class: "faint"}, t("hardware.about", {
      name: profile.name, memory: figureText(profile.memory), bandwidth: figureText(profile.bandwidth),
      tokens: count(Math.max(0, ...estimates.map(each => each.tokens)))
    })),
    plainTable(t("hardware.title", {title: profile.title}), [
      t("provenance.precision"), t("hardware.runs"), t("provenance.kernel"), t("hardware.memory"), t("hardware.batch"), t("hardware.prefill"), t("hardware.decode")
    ], hardware.variants.map(hardwareRow)),
    hardware.variants.filter(each => each.verdict !== "allowed").map(each =>
      h("p", {class: "small"}, h("strong", {}, each.precision), t("app.colon"), each.reason)),
    hardware.variants.filter(each => each.estimate?.memory.fits === false).map(each =>
      h("p", {class: "notice"}, h("strong", {}, each.precision), t("app.colon"), t("hardware.tooLarge"))));
}

function hardwareRow(variant) {
  const estimate = variant.estimate;
  return [variant.precision, t("hardware." + variant.verdict), variant.kernel,
    bytes(estimate?.memory.totalBytes), count(estimate?.memory.largestBatch), stepText(estimate?.prefill), stepText(estimate?.decode)];
}

/** The time of a token, and what it waits for. */
function stepText(step) {
  if (!isNumber(step?.secondsPerToken)) return NONE;
  const units = [[1, "s"], [1e-3, "ms"], [1e-6, "µs"], [1e-9, "ns"]], [size, unit] = units.find(([least]) => step.secondsPerToken >= least) ?? units[3];
  return decimal(step.secondsPerToken / size, 2) + "\u00a0" + unit + " (" + t("hardware." + step.bound) + ")";
}

function figureText(figure) {
  return figure ? decimal(figure.value, figure.value % 1 ? 1 : 0) + "\u00a0" + figure.unit : NONE;
}
