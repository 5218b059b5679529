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

/** The same for what ships and for what the tests render. A missing translation fails a build for production. */
export const screenPlugins: PluginOption[] = [
  linguiMacros(),
  lingui({ failOnMissing: process.env.NODE_ENV === 'production', failOnCompileError: true }),
  react(),
];
