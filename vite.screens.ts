import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';

/** plugin-react 6 no longer runs Babel, and Lingui 5 compiles its macros with it: so the macro files alone pass through. */
function linguiMacros(): PluginOption {
  return {
    name: 'lingui-macros',
    enforce: 'pre',
    async transform(code, id) {
      const file = id.split('?')[0] ?? id;
      if (!/\.tsx?$/.test(file) || !code.includes('@lingui/') || !code.includes('/macro')) return undefined;
      const done = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [linguiMacro],
      });
      return { code: done?.code ?? code, map: done?.map ?? null };
    },
  };
}

const COMPRESSED = /\.(js|css|html|svg)$/;

/** Each file also as a proxy would have to make it at every request; the server sends these where a browser takes them. */
function precompressed(): PluginOption {
  return {
    name: 'precompressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((file) => COMPRESSED.test(file));
      for (const file of files) {
        const bytes = await readFile(join(dir, file));
        await writeFile(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
        await writeFile(join(dir, `${file}.br`), brotliCompressSync(bytes));
      }
    },
  };
}

/** The same for what ships and for what the tests render. A missing translation fails a build for production. */
export const screenPlugins: PluginOption[] = [
  linguiMacros(),
  lingui({ failOnMissing: process.env.NODE_ENV === 'production', failOnCompileError: true }),
  react(),
  precompressed(),
];
