import { afterEach } from "vitest";

// Times of the page are local; the tests' are not.
process.env["TZ"] = "UTC";

// Only tests of what is drawn have a document.
if (typeof document !== "undefined") {
  const { cleanup } = await import("@testing-library/react");
  globalThis.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
  afterEach(() => {
    cleanup();
    location.hash = "";
  });
}
