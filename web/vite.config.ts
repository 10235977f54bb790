import { defineConfig } from "vitest/config";

// The page lies below a path that only the server's operator knows, so every address in it is relative.
export default defineConfig({
  base: "./",
  esbuild: { jsx: "automatic" },
  // Nothing may become a data: address; the server's content security policy allows files of its own only.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
  worker: { format: "es" },
  server: { port: 5173, proxy: { "/api": { target: process.env["MESOSCOPE"] ?? "http://127.0.0.1:8787" } } },
  test: { environment: "node", include: ["tests/**/*.test.{ts,tsx}"], restoreMocks: true, setupFiles: ["tests/setup.ts"] },
});
