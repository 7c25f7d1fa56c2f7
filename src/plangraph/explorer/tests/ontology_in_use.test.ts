import { expect, test } from "vitest";
import { inUse, type Ontology, type Property } from "../src/views/ontology/model";

const named = (iri: string, things: number) => [iri, { iri, label: iri, definition: "", things }] as const;
const relation = (iri: string, domain: string, range: string, uses: number): Property => ({
  ...{ iri, label: iri, definition: "", isRelation: true },
  ...{ domain, range, uses },
});
const model: Ontology = {
  classes: new Map([named("thing", 2), named("plan", 2), named("era", 0), named("age", 0)]),
  parents: new Map(["plan", "era"].map((iri) => [iri, ["thing"]])),
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
