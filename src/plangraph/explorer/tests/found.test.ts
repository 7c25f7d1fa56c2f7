// What the page of results says of each hit, and by what it narrows them.

import { expect, test } from "vitest";
import { facets, placed, shared, type Found } from "../src/views/search/found";

const hit = (given: Partial<Found>): Found => ({
  ...{ key: "", sort: "", leads: "", label: "", code: "", kind: "", place: "" },
  ...{ plan: "", planLabel: "", city: "", cityLabel: "", tier: "", tierLabel: "", office: "", officeLabel: "" },
  ...given,
});
const lake = { city: "lake", cityLabel: "Lake City", plan: "lake/2", planLabel: "Lake City: second plan" };
const oak = { city: "oak", cityLabel: "Oak Town", plan: "oak/1", planLabel: "Plan of 2030" };
const project = { kind: "Project", sort: "Project" };

test("the plan and the city are not said of each hit when all share them", () => {
  const hits = [
    hit({ ...lake, ...project, place: "Roads" }),
    hit({ ...lake, ...project, place: "Parks" }),
    hit({ sort: "View" }),
  ];
  expect(shared(hits)).toEqual({ plan: lake.planLabel, city: lake.cityLabel });
  expect(hits.map((one) => placed(one, shared(hits)))).toEqual(["Project · Roads", "Project · Parks", "View"]);
});

test("of several plans each is said, with its city unless its name says it; of one hit all is said", () => {
  const hits = [hit({ ...lake, ...project }), hit({ ...oak, ...project })];
  const told = ["Project · Lake City: second plan", "Project · Oak Town Plan of 2030"];
  expect(hits.map((one) => placed(one, shared(hits)))).toEqual(told);
  expect(placed(hits[1]!, shared([hits[1]!]))).toBe(told[1]);
});

test("tiers are a facet where a city has several of one kind, and not where they are the kinds once more", () => {
  const keys = (hits: Found[]) => facets(hits, () => undefined).map(({ key }) => key);
  const tier = (key: string) => ({ ...project, tier: key, tierLabel: key });
  expect(keys([hit({ ...lake, ...tier("a") }), hit({ ...oak, ...tier("b") }), hit({ sort: "View" })])).not.toContain(
    "tier",
  );
  expect(keys([hit({ ...lake, ...tier("a") }), hit({ ...lake, ...tier("b") })])).toContain("tier");
});
