// GraphML (http://graphml.graphdrawing.org/specification.html), as Gephi, yEd and networkx read it.

import { topOf } from "../../lib/hues.svelte";
import { localName } from "../../lib/terms";
import type { Drawing } from "../selection";
import type { Position } from "../state";
import { escapeXml } from "../../lib/xml";

const KEYS = [
  ["label_ja", "node", "string"],
  ["label_en", "node", "string"],
  ["code", "node", "string"],
  ["kind", "node", "string"],
  ["top", "node", "string"],
  ["budget", "node", "double"],
  ["x", "node", "double"],
  ["y", "node", "double"],
  ["relation", "edge", "string"],
  ["basis", "edge", "string"],
] as const;

/** The drawn things and relations with where they stand. */
export function toGraphml(drawing: Drawing, positions: ReadonlyMap<string, Position>): string {
  const nodes = drawing.nodes.map((node) => {
    const [x, y] = positions.get(node.id) ?? [0, 0];
    return `<node id="${escapeXml(node.id)}">${data({
      label_ja: node.label.ja,
      label_en: node.label.en,
      code: node.code,
      kind: localName(node.kind),
      top: topOf(node.id)?.code ?? "",
      budget: node.budget ?? "",
      x,
      y,
    })}</node>`;
  });
  const edges = drawing.edges.map(
    (edge) =>
      `<edge source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}">` +
      `${data({ relation: edge.relation, basis: localName(edge.basis) })}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([name, of, type]) => `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`),
    '<graph edgedefault="directed">',
    ...nodes,
    ...edges,
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}

function data(values: Record<string, string | number>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `<data key="${key}">${escapeXml(String(value))}</data>`)
    .join("");
}
