// Files made from what is on the screen.

import spreadsheets from "../generated/spreadsheets.json";
import type { Column, Table } from "./view";

/** Codes that Excel would read as a number or a date. */
const MISREAD = new RegExp(`^(?:${spreadsheets.misread})$`);
const NOT_IN_TITLE = new RegExp(spreadsheets.notInTitle, "g");
/** What it is to read as a date. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A table as CSV, whose texts no spreadsheet runs as formulas, and whose codes none takes for dates: ="1-1". */
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

/** Save a table as a workbook: what is text stays text, so that Excel makes no date of the code 1-1. */
export async function saveWorkbook<R>(table: Table<R>): Promise<void> {
  const { default: write } = await import("write-excel-file/universal");
  const head = table.columns.map(({ label }) => ({ value: label, fontWeight: "bold" as const }));
  const rows = table.rows.map((row) =>
    table.columns.map((column) => {
      const value = column.value(row);
      if (value === undefined) return null;
      return typeof value === "number" ? { value, type: Number } : { value, type: String, format: "@" };
    }),
  );
  const columns = table.columns.map((column) => ({ width: widthOf(column, table.rows) }));
  const book = write([head, ...rows], { columns, stickyRowsCount: 1, sheet: sheetName(table.title) });
  save(`${table.title}.xlsx`, await book.toBlob());
}

/** A width in letters in which most cells are whole. */
function widthOf<R>(column: Column<R>, rows: readonly R[]): number {
  const lengths = [column.label, ...rows.slice(0, 200).map((row) => String(column.value(row) ?? ""))].map((cell) =>
    [...cell].reduce((sum, letter) => sum + (letter > spreadsheets.lastNarrow ? 2 : 1), 0),
  );
  const { narrowest, widest, padding } = spreadsheets;
  return Math.min(widest, Math.max(narrowest, ...lengths)) + padding;
}

/** A title as Excel takes it for a sheet: of so many letters at most, without some signs. */
function sheetName(title: string): string {
  return [...title.replace(NOT_IN_TITLE, " ")].slice(0, spreadsheets.longestTitle).join("").trim() || "plangraph";
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
  if (typeof value !== "string") return value ?? "";
  if (MISREAD.test(value) && !DATE.test(value)) return `="${value}"`;
  return spreadsheets.starts.includes(value.charAt(0)) ? `'${value}` : value;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
