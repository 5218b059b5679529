export type Headers = Readonly<Record<string, string>>;

type Directives = Readonly<Record<string, string>>;

/** What our own pages need and nothing else: no inline script or style, nothing from anybody else (R19, R68). */
const PAGE: Directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** The page policy with some directives replaced, for the one page that cannot do without. */
export function contentPolicy(https: boolean, instead: Directives = {}): string {
  const directives = Object.entries({ ...PAGE, ...instead }).map(([name, sources]) => `${name} ${sources}`);
  // On plain http a browser would be sent to an https port that is not there.
  return [...directives, ...(https ? ['upgrade-insecure-requests'] : [])].join('; ');
}

/** GraphiQL's editor places its lines by inline styles and carries its fonts inside its style sheet. */
export const graphiqlPolicy = (https: boolean): string =>
  contentPolicy(https, { 'style-src': "'self' 'unsafe-inline'", 'font-src': "'self' data:" });

const YEAR_S = 31_536_000;

/**
 * On every answer: pages, files, errors, and those written before any route is known. One list made once, because the
 * answers to a broken request are written by hand where no plugin of the server runs.
 */
export function securityHeaders(https: boolean): Headers {
  return {
    'content-security-policy': contentPolicy(https),
    ...(https ? { 'strict-transport-security': `max-age=${YEAR_S}; includeSubDomains` } : {}),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'x-dns-prefetch-control': 'off',
    'x-permitted-cross-domain-policies': 'none',
    // Files that may be kept say so themselves.
    'cache-control': 'no-store',
  };
}
