// A server of docs/api.md about an invented cluster, for developing and testing the page: npm run mock -- [--port 8787] [--rows 200]
// [--no-mesos] [--empty] [--first-run] [--prefix /mesoscope/]
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { mockServer } from "./server";

const argument = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const has = (name: string) => process.argv.includes(`--${name}`);

const port = Number(argument("port", "8787"));
const prefix = argument("prefix", "/");
const server = mockServer({ rows: Number(argument("rows", "200")), hasMesos: !has("no-mesos"), isEmpty: has("empty"), isFirstRun: has("first-run"), files: existsSync("dist") ? "dist" : null, prefix });
server.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}  user admin, password mesoscope-mock`));
