// In which order a plan's projects are offered by what is known of them.

import { expect, test } from "vitest";
import { counted } from "../src/lib/facets";
import { toOutline } from "../src/lib/outline";
import { toProject } from "../src/lib/projects";
import type { Row } from "../src/lib/terms";
import { facetsOf, officesIn } from "../src/views/projects/listing";

const row = (values: Record<string, string>): Row =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { type: "literal", value }]));

test("grades, directions, offices and wards stand in the city's order, whatever their words and numbers", () => {
  const names = ["拡充", "維持", "縮小"];
  const projects = ["縮小", "維持", "拡充", "維持"].map((name, at) =>
    toProject(
      row({
        project: String(at),
        grade_label: name,
        direction_label: name,
        offices: name,
        wards: name,
      }),
    ),
  );
  const order = (name: string) => names.indexOf(name);
  const orders = { office: order, ward: order, grade: order, direction: order };
  const facets = facetsOf(toOutline([]), "ja", new Map(), orders);
  for (const key of ["office", "grade", "direction", "ward"]) {
    const facet = facets.find((one) => one.key === key)!;
    const compare = (one: string, other: string) => one.localeCompare(other, "ja");
    expect(counted(projects, facets, new Map(), facet, compare).map(({ label }) => label)).toEqual(names);
  }
});

test("offices of one name stand in the places of those above them, and others come last", () => {
  const office = (label: string, parent_label: string) => row({ label, parent_label });
  const order = officesIn([
    office("土木局", "町"),
    office("総務課", "土木局"),
    office("計画部", "土木局"),
    office("総務課", "計画部"),
    office("道路局", "町"),
    office("総務課", "道路局"),
  ]);
  const names = ["広域連合", "総務課（道路局）", "総務課（土木局 計画部）", "総務課（土木局）", "土木局"];
  expect(names.sort((one, other) => order(one) - order(other))).toEqual([
    "土木局",
    "総務課（土木局）",
    "総務課（土木局 計画部）",
    "総務課（道路局）",
    "広域連合",
  ]);
});
