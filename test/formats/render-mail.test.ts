import { describe, expect, it } from 'vitest';

import { renderMail } from '../../server/src/platform/delivery/render-mail.js';
import type { Message } from '../../server/src/platform/outbox/message.js';

const activation: Message = {
  kind: 'ACTIVATION_LINK',
  channel: 'EMAIL',
  to: 'siti@example.com',
  language: 'id',
  subject: 'Aktifkan Akun OSS Anda',
  paragraphs: ['Halo Siti Contoh Lestari.', 'Tekan tombol ini untuk mengaktifkan akun Anda.'],
  button: { label: 'Aktifkan akun', url: 'https://oss.example.test/aktivasi#t=abc&u="1"' },
  closing: ['Bukan Anda yang mendaftar? Abaikan pesan ini.'],
  template: { name: 'oss_akun_aktif', parameters: [] },
};
const code: Message = { ...activation, button: undefined, code: '482913', subject: 'Kode verifikasi Anda' };

const render = (message: Message) => renderMail(message, 'Akun OSS');

describe('a rendered mail', () => {
  it('can be used from its text alone', () => {
    expect(render(activation).text).toBe(
      [
        'Halo Siti Contoh Lestari.',
        'Tekan tombol ini untuk mengaktifkan akun Anda.',
        'Aktifkan akun:\nhttps://oss.example.test/aktivasi#t=abc&u="1"',
        'Bukan Anda yang mendaftar? Abaikan pesan ini.',
        'Pesan ini dikirim otomatis. Balasan tidak dibaca.\n',
      ].join('\n\n'),
    );
    expect(render(code).text).toContain('\n\nKode: 482913\n\n');
  });

  it('speaks one language throughout', () => {
    const mail = render({ ...code, language: 'en', paragraphs: ['Hello.'], closing: [] });
    expect(mail.html).toContain('<html lang="en">');
    expect(mail.text).toBe(
      'Hello.\n\nCode: 482913\n\nThis message was sent automatically. Replies are not read.\n',
    );
  });

  it('offers one button, and the same link once more to copy', () => {
    const targets = [...render(activation).html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    const escaped = 'https://oss.example.test/aktivasi#t=abc&amp;u=&quot;1&quot;';
    expect(targets).toEqual([escaped, escaped]);
    expect(render(activation).html).toContain(`>${escaped}</a>`);
  });

  it('shows the code in one piece, so that it can be copied', () => {
    expect(render(code).html).toMatch(/<p class="code"[^>]*>482913<\/p>/);
  });

  it('loads nothing and counts nobody', () => {
    const { html } = render({ ...activation, code: '482913' });
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import|@font-face/i);
  });

  it('begins with its first sentence in a list of messages', () => {
    const body = render(activation).html.split('<body')[1] ?? '';
    expect(body.indexOf('Halo Siti')).toBeLessThan(body.indexOf('Akun OSS'));
  });
});

describe('what a person typed', () => {
  const name = '<b onclick="x">&\'{{1}} <%= a %> %s *Siti*';
  const escaped = '&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;{{1}} &lt;%= a %&gt; %s *Siti*';

  it('arrives as literal text wherever it stands (R09)', () => {
    const mail = render({
      ...activation,
      subject: name,
      paragraphs: [name],
      button: { label: name, url: 'https://oss.example.test/' },
      closing: [name],
    });
    expect(mail.html).not.toContain('<b ');
    expect(mail.html.split(escaped)).toHaveLength(1 + 7); // title, preheader, label, heading, paragraph, button, small print
    expect(mail.text).toContain(name);
    expect(mail.subject).toBe(name);
  });

  it.each([
    ['a line break', 'Siti\r\nBcc: a@example.com'],
    ['a lone line feed', 'Siti\nBcc: a@example.com'],
    ['a line separator', 'Siti\u2028Bcc: a@example.com'],
    ['a direction mark', 'Siti\u202eBcc: a@example.com'],
    ['a null', 'Siti\0Bcc: a@example.com'],
  ])('stays on its line when it holds %s', (_, typed) => {
    const mail = render({ ...activation, subject: typed, paragraphs: [typed], closing: [typed] });
    expect(mail.subject).toBe('Siti Bcc: a@example.com');
    expect(mail.text.split('\n\n')[0]).toBe('Siti Bcc: a@example.com');
    expect(mail.html).not.toContain('>Bcc');
  });
});
