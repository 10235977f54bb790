// What the table of addresses in docs/api.md says about people, keys, agents and groupings.

export type Role = "admin" | "viewer";
export interface Me { user: string; role: Role; mustChangePassword: boolean; csrfToken: string; version: string; nowMs: number }
export interface User { name: string; role: Role; createdMs: number; lastSignInMs: number | null; mustChangePassword: boolean }
export interface OneTimePassword { name: string; oneTimePassword: string }
export interface Token { id: string; name: string; createdMs: number; lastUsedMs: number | null }
export interface NewToken { id: string; name: string; token: string }
export interface NewAccessKey { id: string; name: string; key: string }
export interface AuditEntry { timeMs: number; user: string; action: string; target: string; address: string }
export interface Agent {
  agentId: string;
  hostName: string;
  version: string;
  lastSeenMs: number;
  isStale: boolean;
  clockSkewMs: number;
  spooledBatches: number;
  drops: { cause: string; count: number }[];
  missing: string[];
  tags: Record<string, string>;
  containerCount: number | null;
  cpuPercent: number | null;
  memoryBytes: number | null;
}
export interface Grouping { id: string; name: string; groupBy: string[]; isBuiltIn: boolean }
export interface LabelName { name: string; valueCount: number }
