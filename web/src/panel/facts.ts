import type { Entity } from "../api/types";

/** One thing that is known of a node. */
export interface Fact { name: string; value: string }

/** Labels that matter, in the order in which one looks for them, and what people call them. */
const NAMES: [label: string, name: string][] = [
  ["mesos.framework.name", "Framework"],
  ["marathon.app.name", "App"],
  ["marathon.app.version", "Version"],
  ["marathon.deployment.id", "Deployment"],
  ["mesos.task.name", "Task"],
  ["mesos.task.id", "Task id"],
  ["mesos.task.state", "State"],
  ["mesos.task.healthy", "Health"],
  ["mesos.agent.id", "Mesos agent"],
  ["mesos.task.sandbox", "Sandbox"],
  ["container.name", "Container"],
  ["container.id", "Container id"],
  ["container.image", "Image"],
  ["container.type", "Type"],
  ["host.hostName", "Host"],
];

/** What all containers of a node have in common, and how many values there are where they differ. */
export function factsOf(containers: readonly Entity[]): Fact[] {
  return NAMES.flatMap(([label, name]) => {
    const values = [...new Set(containers.map((c) => c.labels[label]).filter((v) => v !== undefined))];
    if (values.length === 0) return [];
    return [{ name, value: values.length <= 2 ? values.join(", ") : `${values.length} different` }];
  });
}
