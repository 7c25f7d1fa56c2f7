import { afterEach, expect, test } from "vitest";
import { inOwnWords, ownWords, setGroups, setItems } from "../src/lib/own_words.svelte";
import { PREFIXES } from "../src/lib/terms";

const PROJECT = `${PREFIXES.pg}Project`;
const MEASURE = `${PREFIXES.pg}Measure`;
const PROJECTS = { ja: "事務事業", en: "Project" };
const MEASURES = { ja: "施策", en: "Measure" };
const NONE = { ja: "", en: "" };

afterEach(() => setItems(NONE, PROJECT, NONE, PROJECTS));

test("projects go by the city's word for their tier", () => {
  setItems({ ja: "", en: "Action" }, PROJECT, PROJECTS, PROJECTS);

  expect(inOwnWords("事務事業の一覧と事業費", "ja")).toBe("Actionの一覧と事業費");
  expect(inOwnWords("Find projects; each project", "en")).toBe("Find actions; each action");
  expect(inOwnWords("Each mark is a project. A project", "en")).toBe("Each mark is an action. An action");
});

test("of several, the word that says what they are is told in the plural", () => {
  setItems({ ja: "", en: "Goal of the villages" }, PROJECT, PROJECTS, PROJECTS);
  expect(inOwnWords("Find projects; each project", "en")).toBe("Find goals of the villages; each goal of the villages");

  setItems({ ja: "", en: "Key actions" }, PROJECT, PROJECTS, PROJECTS);
  expect(inOwnWords("Find projects", "en")).toBe("Find key actions");
});

test("what is no project goes by none of the words for projects", () => {
  setItems({ ja: "項", en: "" }, MEASURE, MEASURES, PROJECTS);

  expect(inOwnWords("事業を探す。事務事業の事業費と基本事業", "ja")).toBe("項を探す。項の事業費と基本事業");
  expect(inOwnWords("Find projects", "en")).toBe("Find measures");
});

test("what holds the smallest undertakings goes by the city's word, which may itself hold a common one", () => {
  setGroups({ ja: "重点施策", en: "Goal" }, MEASURES);
  expect(inOwnWords("下位の施策や事業", "ja")).toBe("下位の重点施策や事業");
  expect(inOwnWords("Measures and projects", "en")).toBe("Goals and projects");

  setGroups(NONE, MEASURES);
  expect(inOwnWords("施策", "ja")).toBe("施策");
});

test("names that are put into a text stay as they are", () => {
  setItems({ ja: "項", en: "" }, MEASURE, MEASURES, PROJECTS);
  const listed = ownWords((name: string, all: string[]) => `「${name}」と${all.join("、")}の事業`, "ja");

  expect((listed as (...given: unknown[]) => string)("見守り事業", ["移住事業"])).toBe("「見守り事業」と移住事業の項");
});

test("a city that says what all say is read as it is", () => {
  setItems({ ja: "事務事業", en: "Project" }, PROJECT, PROJECTS, PROJECTS);
  const value = { projects: "事務事業" };

  expect(ownWords(value, "ja")).toBe(value);
  expect(inOwnWords("Projects", "en")).toBe("Projects");
});
