import { plural } from "../units/format";
import { factsOf } from "./facts";
import { useEntities } from "./useEntities";

const MOST = 200;

/** What Mesos, Marathon and the runtime say of a node: state, version, where it runs, where its files are. */
export function Facts({ scope, atMs, containers, hosts }: { scope: string; atMs: number | null; containers: number; hosts: number }) {
  const { data } = useEntities({ kind: "container", scope, limit: MOST }, atMs);
  return (
    <dl className="facts">
      <div><dt>Alive</dt><dd>{plural(containers, "container")} on {plural(hosts, "host")}</dd></div>
      {data && factsOf(data.entities).map(({ name, value }) => <div key={name}><dt>{name}</dt><dd title={value}>{value}</dd></div>)}
    </dl>
  );
}
