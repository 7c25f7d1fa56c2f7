import { expect, test } from "vitest";
import { inUse, type Ontology, type Property } from "../src/views/ontology/model";

const named = (iri: string, things: number, parents: string[] = []) =>
  [iri, { iri, label: iri, definition: "", parents, things }] as const;
const relation = (iri: string, domain: string, range: string, uses: number): Property => ({
  ...{ iri, label: iri, definition: "", isRelation: true },
  ...{ domain, range, uses },
});
const model: Ontology = {
  classes: new Map([named("thing", 2), named("plan", 2, ["thing"]), named("era", 0, ["thing"]), named("age", 0)]),
  properties: [relation("within", "plan", "plan", 3), relation("meets", "plan", "era", 0)],
};
const shown = (at: string) => {
  const { classes, properties } = inUse(model, at);
  return [...classes.keys(), ...properties.map(({ iri }) => iri)];
};

test("terms that the data do not use are left out, but for what is looked at and its relations", () => {
  expect(shown("plan")).toEqual(["thing", "plan", "within"]);
  expect(shown("era")).toEqual(["thing", "plan", "era", "within", "meets"]);
});
