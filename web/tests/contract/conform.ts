import ts from "typescript";
import { documented } from "./document";

const types = documented();

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const wrong = (path: string, expected: string, value: unknown) => [`${path}: ${expected} expected, ${JSON.stringify(value)?.slice(0, 60) ?? "nothing"} seen`];

const KEYWORDS: Partial<Record<ts.SyntaxKind, string>> = { [ts.SyntaxKind.StringKeyword]: "string", [ts.SyntaxKind.NumberKeyword]: "number", [ts.SyntaxKind.BooleanKeyword]: "boolean" };

function membersOf(members: ts.NodeArray<ts.TypeElement>, value: unknown, path: string): string[] {
  if (!isObject(value)) return wrong(path, "an object", value);
  return members.flatMap((m) => {
    if (!ts.isPropertySignature(m) || !m.type) return [];
    const name = (m.name as ts.Identifier).text;
    if (value[name] === undefined) return m.questionToken ? [] : wrong(`${path}.${name}`, "something", undefined);
    return conform(m.type, value[name], `${path}.${name}`);
  });
}

function reference(type: ts.TypeReferenceNode, value: unknown, path: string): string[] {
  const name = type.typeName.getText();
  if (name === "Record") return isObject(value) ? Object.entries(value).flatMap(([k, v]) => conform(type.typeArguments![1]!, v, `${path}.${k}`)) : wrong(path, "an object", value);
  if (name === "Required") {
    const parts = (type.typeArguments![0] as ts.IntersectionTypeNode).types;
    return parts.flatMap((p) => conform(p, value, path));
  }
  const found = types.get(name);
  if (!found) return [`${path}: docs/api.md does not say what ${name} is`];
  return ts.isInterfaceDeclaration(found) ? membersOf(found.members, value, path) : conform(found.type, value, path);
}

/** What of a value is not as a type of the document says. */
export function conform(type: ts.TypeNode, value: unknown, path: string): string[] {
  const keyword = KEYWORDS[type.kind];
  if (keyword) return typeof value === keyword ? [] : wrong(path, keyword, value);
  if (ts.isParenthesizedTypeNode(type)) return conform(type.type, value, path);
  if (ts.isArrayTypeNode(type)) return Array.isArray(value) ? value.flatMap((v, i) => conform(type.elementType, v, `${path}[${i}]`)) : wrong(path, "a list", value);
  if (ts.isUnionTypeNode(type)) {
    const failures = type.types.map((t) => conform(t, value, path));
    return failures.some((f) => f.length === 0) ? [] : failures.sort((a, b) => b.length - a.length)[0]!;
  }
  if (ts.isLiteralTypeNode(type)) {
    const expected: unknown = type.literal.kind === ts.SyntaxKind.NullKeyword ? null : (type.literal as ts.StringLiteral).text;
    return value === expected ? [] : wrong(path, String(expected), value);
  }
  if (ts.isTypeLiteralNode(type)) return membersOf(type.members, value, path);
  if (ts.isTypeReferenceNode(type)) return reference(type, value, path);
  return [`${path}: a type that this test cannot read: ${type.getText()}`];
}

/** What of a value is not as the document's object says. */
export function conformTo(name: string, value: unknown): string[] {
  const found = types.get(name)!;
  return ts.isInterfaceDeclaration(found) ? membersOf(found.members, value, name) : conform(found.type, value, name);
}
