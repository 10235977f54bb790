import { MINUTE, SECOND } from "../../src/units/time";
import { app, APPS, type App } from "./apps";
import { hash, seedOf } from "./noise";
import { sufferers } from "./sufferers";
import type { Sufferer, Thing } from "./thing";

export interface ClusterOptions {
  /** Rows of the whole tree, about; what is missing to them is filled with further apps. */
  rows: number;
  hasMesos: boolean;
  isEmpty: boolean;
}

const ROWS_PER_APP = 5;
export const HOSTS = 7;
/** This one's agent is silent. */
export const STALE_HOST = "node-7";
const hostName = (n: number) => `node-${1 + (n % HOSTS)}`;

/** Everything that there is, at all times. */
export class Cluster {
  readonly things: Thing[] = [];
  readonly sufferers: Sufferer[] = [];
  readonly beginMs: number;
  #next = 1;

  constructor(readonly options: ClusterOptions, nowMs: number) {
    this.beginMs = nowMs - 26 * 60 * MINUTE;
    if (options.isEmpty) return;
    for (let n = 0; n < HOSTS; n++) this.#add("host", 0, { "host.hostName": hostName(n), "agent.id": `a-${n}`, "agent.tag.rack": `r${n % 3}` }, 1 + n / 5);
    let instance = 0;
    for (const app of [...APPS, ...this.#fillers()]) for (let i = 0; i < app.instances; i++) this.#addTask(app, i, instance++);
    const add = (app: App, host: number, extra: Record<string, string>) => this.#addTask(app, 0, host, extra);
    this.sufferers.push(...sufferers(add, this.things));
  }

  /** Sufferers' containers as they are at a moment: alive for a part of each period, with a new id each time. */
  at(timeMs: number): Thing[] {
    if (timeMs < this.beginMs) return [];
    const now = new Map(this.sufferers.filter((s) => s.periodMs !== null).map((s) => [s.container.id, this.generation(s, timeMs)]));
    return this.things.flatMap((thing) => {
      const owner = now.get(thing.kind === "container" ? thing.id : thing.parent);
      if (!owner) return timeMs >= thing.beginMs ? [thing] : [];
      return [thing.kind === "container" ? owner : { ...thing, beginMs: owner.beginMs, endMs: owner.endMs }];
    });
  }

  /** A sufferer's container of one period. */
  generation({ container, periodMs, lifeMs }: Sufferer, timeMs: number): Thing {
    const beginMs = Math.floor(timeMs / periodMs!) * periodMs!;
    const endMs = beginMs + lifeMs;
    const id = `${container.labels["mesos.task.name"]}.${(beginMs / SECOND).toString(16)}`;
    return { ...container, labels: { ...container.labels, "mesos.task.id": id, "mesos.task.state": timeMs < endMs ? "TASK_RUNNING" : "TASK_FAILED" }, beginMs, endMs: timeMs < endMs ? null : endMs };
  }

  #fillers(): App[] {
    const count = Math.max(0, Math.round((this.options.rows - 200) / ROWS_PER_APP));
    return Array.from({ length: count }, (_, i) => app(`/tenants/t${String(i % 40).padStart(2, "0")}/service-${i}`, `tenants/service:${1 + (i % 9)}`, "service", 3, 0.3 + hash(i, 1)));
  }

  #addTask({ framework, app, task, image, process, load }: App, index: number, host: number, extra: Record<string, string> = {}): Thing {
    const name = image ? `mesos-${Math.abs(seedOf(task + index)).toString(16).padStart(8, "0")}` : `${task}.${index}`;
    const mesos = { "mesos.framework.name": framework, "mesos.task.name": task, "mesos.task.id": `${task}.${Math.abs(seedOf(`${index}${task}`)).toString(16)}`, "mesos.task.state": "TASK_RUNNING", "mesos.agent.id": `S${host % HOSTS}`, "mesos.task.sandbox": `/var/lib/mesos/slaves/S${host % HOSTS}/frameworks/${framework}/executors/${task}/runs/latest` };
    const group = app?.slice(0, app.lastIndexOf("/"));
    const marathon = app ? { "marathon.app.name": app, ...(group && { "marathon.group.name": group }), "marathon.app.version": "2026-03-02T10:11:12.000Z" } : {};
    const at = { "host.hostName": hostName(host), "agent.tag.rack": `r${(host % HOSTS) % 3}` };
    const container = this.#add("container", 1 + (host % HOSTS), {
      ...at, "container.name": name, "container.id": Math.abs(seedOf(name)).toString(16).padStart(12, "0"), "container.type": image ? "docker" : "mesos", ...(image && { "container.image": image }),
      ...(this.options.hasMesos ? { ...mesos, ...marathon } : {}), ...extra,
    }, load);
    for (let p = 0; p < 2; p++) this.#add("process", container.id, { ...container.labels, "proc.name": p === 0 ? process : "sh", "proc.pid": String(2000 + this.#next), "proc.commandLine": p === 0 ? `${process} --config /etc/${process}.conf` : `/bin/sh -c exec ${process}` }, p === 0 ? load : 0.02);
    const port = 31000 + (container.id % 900);
    this.#add("connection", container.id, { ...container.labels, "proc.name": process, "net.connection.direction": "in", "net.client.ip": "10.0.0.3", "net.server.ip": `10.0.0.${1 + (host % HOSTS)}`, "net.server.port": String(port), "net.connection.l4proto": "tcp" }, load / 2);
    this.#add("connection", container.id, { ...container.labels, "proc.name": process, "net.connection.direction": "out", "net.client.ip": `10.0.0.${1 + (host % HOSTS)}`, "net.server.ip": "10.0.0.2", "net.server.port": "5432", "net.connection.l4proto": "tcp" }, load / 3);
    return container;
  }

  #add(kind: Thing["kind"], parent: number, labels: Record<string, string>, load: number): Thing {
    const id = this.#next++;
    const thing: Thing = { id, parent, kind, labels, load, seed: seedOf(`${kind}${id}`), beginMs: this.beginMs, endMs: null };
    this.things.push(thing);
    return thing;
  }
}
