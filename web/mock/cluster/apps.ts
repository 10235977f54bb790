/** What runs in the invented cluster. */
export interface App {
  framework: string;
  /** Marathon's id; null in frameworks without groups. */
  app: string | null;
  task: string;
  image: string | null;
  process: string;
  instances: number;
  load: number;
}

/** An app of Marathon; its task is called as Marathon calls it, the path backwards: `cache.shop`. */
export const app = (id: string, image: string | null, process: string, instances: number, load: number): App => ({ framework: "marathon", app: id, task: id.split("/").filter(Boolean).reverse().join("."), image, process, instances, load });
const job = (framework: string, task: string, process: string, instances: number, load: number): App => ({ framework, app: null, task, image: null, process, instances, load });

export const APPS: App[] = [
  app("/shop/web", "nginx:1.25", "nginx", 4, 3.4),
  app("/shop/cart", "shop/cart:41", "java", 3, 2.6),
  app("/shop/checkout/api", "shop/checkout:17", "node", 3, 1.8),
  app("/shop/checkout/worker", "shop/checkout:17", "node", 2, 1.2),
  app("/shop/search/index", "elasticsearch:7.17", "java", 3, 4.8),
  app("/shop/search/api", "shop/search:9", "python3", 2, 1.1),
  app("/shop/orders", null, "postgres", 1, 2.2),
  app("/legacy/redis", "redis:7", "redis-server", 1, 0.9),
  app("/legacy/mailer", "legacy/mailer:2", "perl", 1, 0.2),
  app("/platform/ingress", "haproxy:2.8", "haproxy", 3, 2.9),
  app("/platform/auth", "platform/auth:5", "auth", 2, 0.8),
  app("/platform/metrics/collector", "platform/collector:3", "collector", 2, 1),
  app("/platform/logs/shipper", "fluent-bit:2.2", "fluent-bit", 5, 0.7),
  job("spark-nightly", "executor", "java", 6, 5.5),
  job("spark-nightly", "driver", "java", 1, 1.4),
  job("chronos", "backup-orders", "pg_dump", 1, 1.1),
  job("metronome", "invoice-run", "python3", 1, 0.8),
];
