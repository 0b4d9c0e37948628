// Calls one function of a script of the search: node call.mjs SCRIPT FUNCTION < [arguments, …] > [results]
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [script, name] = process.argv.slice(2);
const { [name]: call, prepare } = await import(pathToFileURL(script));
const asked = JSON.parse(await readFile("/dev/stdin", "utf-8"));
if (name === "normalise") await prepare(asked.flat().join("")); // as pages do before they ask
process.stdout.write(JSON.stringify(asked.map((values) => call(...values))));
