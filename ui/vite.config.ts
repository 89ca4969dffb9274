import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Fails the build when anything of the preview would be shipped. */
function refusePreview(): Plugin {
  return {
    name: "refuse-preview",
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== "chunk") continue;
        const shipped = Object.keys(part.modules).find((id) => id.includes("/src/preview/"));
        if (shipped) this.error(`"${shipped}" belongs to the preview and must not be shipped`);
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  // Only the preview and the tests talk to the invented backend.
  const invented = mode === "preview" || mode === "test";
  return {
    base: "./",
    plugins: [svelte(), refusePreview()],
    resolve: {
      alias: { $backend: source(invented ? "preview/backend.ts" : "backend.ts") },
      // Without it the tests would load the server's half of Svelte.
      ...(mode === "test" ? { conditions: ["browser"] } : {}),
    },
    build: {
      // The oldest web view that knows light-dark(), so that colours stay as written.
      target: ["safari17.5", "chrome123"],
      assetsInlineLimit: 0,
      // The polyfill fetches, which the Content-Security-Policy forbids.
      modulePreload: { polyfill: false },
    },
    test: {
      environment: "happy-dom",
      // A busy machine is slow, not wrong; waiting ends as soon as what is waited for is there.
      testTimeout: 60_000,
      include: ["tests/**/*.test.ts"],
      // A whole window printed at each failure hides the failure.
      env: { DEBUG_PRINT_LIMIT: "0" },
      setupFiles: ["tests/setup.ts"],
    },
  };
});
