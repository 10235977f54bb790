import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const HERE = dirname(fileURLToPath(import.meta.url));
const DOCUMENT = join(HERE, "../../../docs/api.md");
const TYPES = join(HERE, "../../src/api/types.ts");

export const documentText = () => readFileSync(DOCUMENT, "utf8");

type Declarations = Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>;

function declarations(text: string): Declarations {
  const found: Declarations = new Map();
  ts.forEachChild(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true), (n) => {
    if (ts.isInterfaceDeclaration(n) || ts.isTypeAliasDeclaration(n)) found.set(n.name.text, n);
  });
  return found;
}

/** The objects that docs/api.md declares. */
export const documented = () => declarations(/```ts\n([\s\S]*?)```/.exec(documentText())![1]!);

/** The objects that the page believes in. */
export const believed = () => declarations(readFileSync(TYPES, "utf8"));

/** A declaration without comments, layout and `export`. */
export function plain(node: ts.Node): string {
  const text = ts.createPrinter({ removeComments: true }).printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return text.replace(/^export /, "").replace(/[\s;]+/g, " ").trim();
}

/** The addresses in the document's table, such as `POST api/v1/users/{name}/password`. */
export function documentedAddresses(): string[] {
  const found: string[] = [];
  for (const [, first] of documentText().matchAll(/^\| (`.*?) \|/gm)) {
    for (const [, text] of first!.matchAll(/`([^`]+)`/g)) {
      const match = /^((?:GET|POST|PUT|DELETE)(?:, (?:GET|POST|PUT|DELETE))*) ((?:api\/v1|openapi|healthz|ingest)\S*)/.exec(text!);
      if (match) for (const method of match[1]!.split(", ")) found.push(`${method} ${match[2]!.replace(/\?.*$/, "")}`);
    }
  }
  return found;
}
