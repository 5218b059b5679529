import { describe, expect, it } from 'vitest';

import { deviceLabel } from '../../server/src/platform/http/device-label.js';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

describe('the label of a device', () => {
  it.each([
    [`Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, 'Chrome, Android'],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-A155F) ${CHROME} SamsungBrowser/28.0 Mobile Safari/537.36`,
      'Samsung Internet, Android',
    ],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/140.0.0.0`, 'Edge, Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 OPR/121.0.0.0`, 'Opera, Windows'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox, Linux'],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.5 Safari/605.1.15`,
      'Safari, macOS',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${APPLE} Version/18.5 Mobile/15E148 Safari/604.1`,
      'Safari, iPhone',
    ],
    [
      `Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) ${APPLE} CriOS/140.0 Mobile/15E148 Safari/604.1`,
      'Chrome, iPad',
    ],
    ['curl/8.5.0', 'curl'],
    ['okhttp/4.12.0', 'okhttp'],
    ['OssMobile/3.1 (id.example.oss; build 99)', 'OssMobile'],
  ])('of “%s” is “%s”', (agent, label) => {
    expect(deviceLabel(agent)).toBe(label);
  });

  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['markup', '<a href="https://example.com">Chrome</a>'],
    ['a sentence to be mailed', ' “Hubungi 0860” '],
  ])('is empty for %s', (_, agent) => {
    expect(deviceLabel(agent)).toBe('');
  });

  it('lets through no address, no line break and no more than forty characters', () => {
    expect(deviceLabel('https://example.com/masuk')).toBe('https');
    expect(deviceLabel('agent\r\nBcc: a@example.com')).toBe('agent');
    expect(deviceLabel('x'.repeat(9000))).toHaveLength(40);
  });
});
