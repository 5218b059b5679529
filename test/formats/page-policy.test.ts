import { describe, expect, it } from 'vitest';

import { widgetSources } from '../../server/src/platform/captcha/widget-sources.js';
import { contentPolicy } from '../../server/src/platform/http/headers.js';

const hostsIn = (policy: string) => [...new Set(policy.match(/https:\/\/[^\s;/]+/g))];

describe('the policy of the portal’s pages', () => {
  it('admits nobody else with our own captcha', () => {
    for (const provider of ['altcha', 'off'] as const)
      expect(hostsIn(contentPolicy(true, widgetSources(provider)))).toEqual([]);
  });

  it.each([
    ['turnstile', ['https://challenges.cloudflare.com']],
    ['hcaptcha', ['https://hcaptcha.com', 'https://*.hcaptcha.com']],
    ['recaptcha', ['https://www.google.com', 'https://www.gstatic.com', 'https://recaptcha.google.com']],
  ] as const)('admits the widget of %s and nothing inline', (provider, hosts) => {
    const policy = contentPolicy(true, widgetSources(provider));
    expect(hostsIn(policy).sort()).toEqual([...hosts].sort());
    expect(policy).not.toMatch(/unsafe|\*;|https:;/);
    expect(policy).toContain("default-src 'none'");
  });
});
