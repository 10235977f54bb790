import { createContext, useContext } from "react";
import type { Me } from "./accounts";
import type { Client } from "./client";

/** Who looks, and the way to the server. */
export interface Session {
  client: Client;
  me: Me;
  /** The server's clock, milliseconds since 1970: "live" and "ago" must not depend on a laptop's. */
  now: () => number;
  signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

/** The session; only asked for below the sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("used outside of a session");
  return session;
}
