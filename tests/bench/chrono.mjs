// chrono-node at the batch door: one JSON article a line in, one JSON line of expressions out.
import * as chrono from "chrono-node";
import { createInterface } from "node:readline";

for await (const line of createInterface({ input: process.stdin })) {
  const { id, date, text } = JSON.parse(line);
  const expressions = chrono.parse(text, new Date(`${date}T12:00:00`)).map((found) => ({
    text: found.text,
    start: found.index,
    end: found.index + found.text.length,
    value: found.start.date().toISOString().slice(0, 10),
  }));
  process.stdout.write(JSON.stringify({ id, expressions }) + "\n");
}
