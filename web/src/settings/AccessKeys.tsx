import type { NewAccessKey } from "../api/accounts";
import { NamedList } from "./NamedList";
import { Secret } from "./Secret";

/** Keys that agents show. */
export function AccessKeys() {
  return (
    <NamedList<NewAccessKey> title="Access keys" path="api/v1/access-keys" noun="key"
      explanation="Agents show a key when they send what they measured. A key opens nothing else."
      secret={(made) => <Secret title={`Key ${made.name}`} value={made.key} hint={`mesoscope agent --server ${location.origin}${location.pathname} --access-key ${made.key}`} />} />
  );
}
