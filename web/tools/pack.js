// Puts packed twins beside the files of dist/, so that the server sends them without packing them again for everybody who asks.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const FOLDER = "dist";
const TEXTS = /\.(js|css|svg)$/;
/** Smaller files fit into one packet anyway. */
const WORTH_IT = 1400;

for (const name of readdirSync(FOLDER, { recursive: true, encoding: "utf8" })) {
  const file = join(FOLDER, name);
  if (!TEXTS.test(name) || statSync(file).size < WORTH_IT) continue;
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}
