import { defineConfig } from "vitest/config";

// The bytes of dist/ must follow from the sources alone: a fixed target, nothing inlined, no date and no hash of a commit.
export default defineConfig({
	base: "/explorer/",
	publicDir: "public",
	build: {
		target: "es2022",
		// These know light-dark(). For older ones it would be written into media queries, which no choice of a theme reaches.
		cssTarget: ["chrome123", "firefox120", "safari17.5"],
		outDir: "dist",
		emptyOutDir: true,
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		reportCompressedSize: false,
		cssCodeSplit: false,
	},
	server: { proxy: { "/graphql": "http://127.0.0.1:8080" } },
	test: { environment: "node", include: ["src/**/*.test.ts"], css: true },
});
