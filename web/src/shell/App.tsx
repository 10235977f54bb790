import { useCallback, useEffect, useMemo, useState } from "react";
import { Route, Router, Switch } from "wouter";
import { useHashPath } from "../address/usePlace";
import type { Me } from "../api/accounts";
import { Client } from "../api/client";
import { SessionContext } from "../api/context";
import { asProblem, type Problem } from "../api/problem";
import { Agents } from "../agents/Agents";
import { Explore } from "../explore/Explore";
import { Settings } from "../settings/Settings";
import { FirstRun } from "../signin/FirstRun";
import { SignIn } from "../signin/SignIn";
import { ErrorBox } from "../states/ErrorBox";
import { Skeleton } from "../states/Skeleton";
import { NotFound } from "./NotFound";
import { TopBar } from "./TopBar";

/** Who looks comes first; then the page that the address names. */
export function App() {
  const [me, setMe] = useState<Me | null>(null);
  const [state, setState] = useState<"asking" | "out" | "in">("asking");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [offsetMs, setOffsetMs] = useState(0);
  const client = useMemo(() => new Client(new URL(".", document.baseURI).href.replace(/[?#].*$/, ""), () => setState("out")), []);
  const enter = useCallback((next: Me) => {
    client.csrfToken = next.csrfToken;
    setOffsetMs(next.nowMs - Date.now());
    setMe(next);
    setState("in");
  }, [client]);
  const ask = useCallback(() => {
    setProblem(null);
    client.get<Me>("api/v1/me").then(enter, (error: unknown) => {
      const found = asProblem(error);
      if (found.status === 401) setState("out");
      else setProblem(found);
    });
  }, [client, enter]);
  useEffect(ask, [ask]);
  const session = useMemo(() => me && {
    client, me, now: () => Date.now() + offsetMs, signOut: () => void client.delete("api/v1/session").catch(() => {}).then(() => setState("out")),
  }, [client, me, offsetMs]);

  if (problem && state === "asking") return <main className="alone"><ErrorBox problem={problem} onRetry={ask} /></main>;
  if (state === "asking") return <main className="alone"><Skeleton lines={6} /></main>;
  if (state === "out" || !session) return <SignIn client={client} onSignedIn={enter} />;
  if (session.me.mustChangePassword) return <FirstRun client={client} me={session.me} onDone={ask} />;
  return (
    <SessionContext.Provider value={session}>
      <Router hook={useHashPath}>
        <TopBar />
        <main className="main">
          <Switch>
            <Route path="/explore" component={Explore} />
            <Route path="/agents" component={Agents} />
            <Route path="/settings/:part?">{({ part }) => <Settings part={part ?? "account"} />}</Route>
            <Route component={NotFound} />
          </Switch>
        </main>
      </Router>
    </SessionContext.Provider>
  );
}
