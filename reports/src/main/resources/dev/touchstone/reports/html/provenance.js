/* Where the numbers come from. */
function provenanceView() {
  const {about} = run, model = about.modelDetails;
  return [
    h("header", {}, h("h1", {}, t("provenance.title")), h("p", {class: "faint"}, t("provenance.about"))),
    h("div", {class: "side-by-side"},
      panel(t("provenance.run"), facts([
        [t("provenance.id"), h("span", {class: "mono"}, about.id)], [t("provenance.started"), moment(about.started)],
        [t("provenance.version"), about.harnessVersion], ["JDK", about.jdk],
        ...Object.entries(about.host).map(([name, value]) => [named("host", name), value])])),
      panel(t("provenance.model"), facts([
        [t("provenance.name"), about.model], [t("provenance.fingerprint"), h("span", {class: "mono"}, about.modelFingerprint)],
        [t("provenance.architecture"), model.architecture], [t("provenance.parameters"), count(model.parameters)],
        [t("provenance.context"), count(model.contextLength)], [t("provenance.precision"), model.precision],
        [t("provenance.kernel"), model.kernel],
        ...Object.entries(model.details).map(([name, value]) => [name, value])]))),
    panel(t("provenance.properties"), Object.keys(about.properties).length
      ? facts(Object.entries(about.properties).map(([name, value]) => [h("span", {class: "mono"}, "-D" + name), h("span", {class: "mono"}, value)]))
      : h("p", {class: "faint"}, t("provenance.defaults"))),
    suiteNames().map(name => suiteOrigin(variantsOf(name)))
  ];
}

/** What the variants of a suite have in common, and what each of them is. */
function suiteOrigin(variants) {
  const suite = variants[0], fields = [...new Set(variants.flatMap(each => Object.keys(each.variant)))];
  return panel(titleOf(suite), facts([
    [t("provenance.data"), named("data", suite.data)], [t("provenance.dataHash"), h("span", {class: "mono"}, suite.dataSha256)],
    [t("provenance.shots"), count(suite.shots)], [t("provenance.mode"), named("mode", suite.mode)]]),
  plainTable(titleOf(suite), [...fields.map(field => named("variant", field)), t("provenance.items")],
    variants.map(each => [...fields.map(field => anyText(each.variant[field])), h("span", {class: "mono"}, each.itemsFile)])));
}
