// Files that other programs read, held against implementations that are not ours: statements of the Experience API, and the
// JSON Schema of courses.

import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";
import { Ajv2020 } from "ajv/dist/2020.js";

const ROOT = new URL("../../", import.meta.url);
const readJson = async (path: string) => JSON.parse(await readFile(new URL(path, ROOT), "utf8"));

/** A package for Node's older kind of modules. */
const validateStatement = createRequire(import.meta.url)("@learninglocker/xapi-validation").default as (
  statement: unknown,
) => unknown[];

test("a learning record store has no complaint about the statements of a file of results", async () => {
  const { statements } = await readJson("tests/fixtures/results/two-attempts.json");
  expect(statements).toHaveLength(6);
  for (const statement of statements) expect(validateStatement(statement)).toEqual([]);
  // The check can fail.
  expect(validateStatement({ ...statements[0], timestamp: "yesterday" })).not.toEqual([]);
  expect(validateStatement({ ...statements[0], id: "1" })).not.toEqual([]);
});

/** The built-in course as one file. */
async function builtInCourse() {
  const folder = "src/training/courses/users-and-licenses/";
  const files = (await readdir(new URL(folder, ROOT))).filter((file) => file !== "course.json");
  const exercises = await Promise.all(files.map((file) => readJson(folder + file)));
  return { ...(await readJson(`${folder}course.json`)), exercises };
}

test("the JSON Schema accepts the built-in course and refuses what is misspelt in it", async () => {
  const validate = new Ajv2020({ allErrors: true }).compile(await readJson("docs/course.schema.json"));
  const course = await builtInCourse();
  expect(validate(course), JSON.stringify(validate.errors)).toBe(true);
  expect(course.exercises).toHaveLength(14);
  const spoil: [string, (course: never) => void][] = [
    ["a field of the course", (course: { titel?: string }) => (course.titel = "x")],
    ["a language", (course: { title: { de?: string } }) => delete course.title.de],
    ["a product", (course) => (exercise(course).goals[1].check.licenses = ["SBP"])],
    ["a field of a check", (course) => (exercise(course).goals[0].check.exits = true)],
    ["a check", (course) => (exercise(course).goals[0].check = { usr: "a@b.example" })],
    ["an instruction", (course) => (exercise(course).solution = [{ creat: "a@b.example" }])],
    ["a number", (course) => (exercise(course).minutes = "5")],
    ["a name", (course) => (exercise(course).id = "First user")],
    ["a role", (course) => (exercise(course).role = "boss")],
    ["a page", (course) => (exercise(course).goals[0].hints[2].show.on = "usrs")],
  ];
  for (const [what, change] of spoil) {
    const spoilt = structuredClone(course);
    change(spoilt as never);
    expect(validate(spoilt), what).toBe(false);
  }
});

/** The exercise with which the course begins. */
const exercise = (course: { exercises: any[] }) => course.exercises.find(({ id }) => id === "first-user");
