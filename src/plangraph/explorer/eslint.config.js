import { env } from "node:process";

import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import svelte from "eslint-plugin-svelte";
import { defineConfig } from "eslint/config";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

// To know the types in components takes half of the time: while working (make check), svelte-check alone looks at them.
const quick = env.QUICK ? [{ files: ["**/*.svelte"], extends: [ts.configs.disableTypeChecked] }] : [];

export default defineConfig(
  { ignores: ["node_modules", ".svelte-check", "public", "src/generated"] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js"] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: [".svelte"],
      },
    },
    rules: {
      "max-len": ["error", { code: 120 }],
      // It cannot see that the assertion widens an index.
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
      // Maps and sets are replaced here, never changed while they are shown.
      "svelte/prefer-svelte-reactivity": "off",
      // There are no stores: what is shared is state in runes.
      "svelte/require-store-reactive-access": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ["**/*.svelte"],
    rules: {
      // The parser takes the parameters of a generic component's snippets for `any`; svelte-check knows their types.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // A space at the edge of a tag would be lost without them.
      "svelte/no-useless-mustaches": "off",
    },
  },
  quick,
);
