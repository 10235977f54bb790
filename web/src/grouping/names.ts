/** What a label that makes a level is called in a list of levels. */
const NAMES: Record<string, string> = {
  "mesos.framework.name": "framework",
  "marathon.group.name": "group",
  "marathon.app.name": "app",
  "mesos.task.name": "task",
  "container.name": "container",
  "container.image": "image",
  "host.hostName": "host",
  "proc.name": "process",
};

export const levelName = (label: string) => NAMES[label] ?? label;
export const groupingText = (groupBy: readonly string[]) => groupBy.map(levelName).join(" › ");
