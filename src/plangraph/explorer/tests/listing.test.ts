// In which order a plan's projects are offered by what is known of them.

import { expect, test } from "vitest";
import { gathered, ordersOf } from "../src/lib/city_order";
import { counted } from "../src/lib/facets";
import { KIND } from "../src/lib/notation";
import { toOutline } from "../src/lib/outline";
import { toProject } from "../src/lib/projects";
import { PREFIXES, type Row } from "../src/lib/terms";
import { facetsOf } from "../src/views/projects/listing";

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
  const kinds = [KIND.grade, KIND.direction, KIND.ward, `${PREFIXES.org}Organization`];
  const ranked = names.map((label, at) => kinds.map((kind) => row({ class: kind, label, number: `${at}` }))).flat();
  const orders = ordersOf(ranked);
  const facets = facetsOf(toOutline([]), "ja", new Map(), orders);
  for (const key of ["office", "grade", "direction", "ward"]) {
    const facet = facets.find((one) => one.key === key)!;
    const compare = (one: string, other: string) => one.localeCompare(other, "ja");
    expect(counted(projects, facets, new Map(), facet, compare).map(({ label }) => label)).toEqual(names);
  }
});

test("projects are gathered in the city's order, those of one place by their names and those without one last", () => {
  const places = new Map([
    ["達成", 0],
    ["未着手", 1],
  ]);
  const order = (name: string) => places.get(name) ?? places.size;
  const compare = (one: string, other: string) => one.localeCompare(other, "ja");
  const projects = [["未着手"], [], ["広域連合"], ["達成", "未着手"]];
  const groups = gathered(projects, (names) => names, { order, compare, none: "0" });
  expect(groups.map(([name, members]) => [name, members.length])).toEqual([
    ["達成", 1],
    ["未着手", 2],
    ["広域連合", 1],
    ["0", 1],
  ]);
});
