// In which order a plan's projects are offered by what is known of them.

import { expect, test } from "vitest";
import { counted } from "../src/lib/facets";
import { toOutline } from "../src/lib/outline";
import { toProject } from "../src/lib/projects";
import type { Row } from "../src/lib/terms";
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
  const order = (name: string) => names.indexOf(name);
  const orders = { office: order, ward: order, grade: order, direction: order };
  const facets = facetsOf(toOutline([]), "ja", new Map(), orders);
  for (const key of ["office", "grade", "direction", "ward"]) {
    const facet = facets.find((one) => one.key === key)!;
    const compare = (one: string, other: string) => one.localeCompare(other, "ja");
    expect(counted(projects, facets, new Map(), facet, compare).map(({ label }) => label)).toEqual(names);
  }
});
