import type { NewToken } from "../api/accounts";
import { NamedList } from "./NamedList";
import { Secret } from "./Secret";

/** Bearer tokens for scripts. */
export function Tokens() {
  return (
    <NamedList<NewToken> title="Tokens" path="api/v1/tokens" noun="token"
      explanation={<>A script shows a token in place of your password: <code>Authorization: Bearer TOKEN</code>. It may do what you may do.</>}
      secret={(made) => <Secret title={`Token ${made.name}`} value={made.token} hint="It is shown this once and is kept nowhere in the clear." />} />
  );
}
