import { CopyButton } from "../clipboard/CopyButton";
import type { Row } from "../tree/row";
import { traceCommand, traceHost } from "./trace";

/** The command line for this very thing, to copy. */
export function TraceCommand({ path }: { path: readonly Row[] }) {
  const command = traceCommand(path.at(-1)?.scope ?? "");
  const host = traceHost(path);
  return (
    <div className="trace" title={host ? `Run it on ${host}` : "Run it on a host that runs this"}>
      <code className="trace__command">{command}</code>
      <CopyButton text={command} what="the command" />
    </div>
  );
}
