// Files made from what is on the screen.

import type { Table } from "./view";

/** A table as CSV; text that a spreadsheet would run as a formula is preceded by '. */
export function toCsv<R>(table: Table<R>): string {
  const lines = [table.columns.map((column) => column.label)];
  for (const row of table.rows) lines.push(table.columns.map((column) => String(guarded(column.value(row)))));
  return lines.map((cells) => cells.map(quoted).join(",")).join("\r\n") + "\r\n";
}

/** A table as a JSON array of objects. */
export function toJson<R>(table: Table<R>): string {
  const objects = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((c) => [c.label, c.value(row) ?? null])),
  );
  return JSON.stringify(objects, null, 1);
}

/** Let the browser save a file. */
export function save(name: string, content: string | Blob, type = "text/plain"): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function guarded(value: string | number | undefined): string | number {
  return typeof value === "string" && /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : (value ?? "");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
