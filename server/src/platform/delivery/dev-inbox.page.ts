import type { Channel } from '../outbox/message.js';
import type { Language, Words } from '../words/language.js';
import type { DevInboxMessage } from './dev-inbox.entity.js';
import { type Html, html } from './html.js';

interface Inbox {
  readonly messages: readonly DevInboxMessage[];
  readonly filter: { readonly channel: Channel | ''; readonly to: string; readonly search: string };
  readonly language: Language;
}

const say = {
  title: { id: 'Kotak masuk pengembangan', en: 'Development inbox' },
  about: {
    id: 'Semua email dan WhatsApp berhenti di sini. Tidak ada yang dikirim keluar. Halaman ini memperbarui diri sendiri.',
    en: 'Every email and WhatsApp message stops here. Nothing is sent out. This page updates itself.',
  },
  filter: { id: 'Saring pesan', en: 'Filter messages' },
  channel: { id: 'Kanal', en: 'Channel' },
  all: { id: 'Semua kanal', en: 'All channels' },
  recipient: { id: 'Penerima (sebagian alamat atau nomor)', en: 'Recipient (part of an address or number)' },
  apply: { id: 'Saring', en: 'Filter' },
  empty: { id: 'Belum ada pesan untuk saringan ini.', en: 'No messages for this filter yet.' },
  code: { id: 'Kode', en: 'Code' },
  link: { id: 'Tautan', en: 'Link' },
  copyCode: { id: 'Salin kode', en: 'Copy code' },
  copyLink: { id: 'Salin tautan', en: 'Copy link' },
  copied: { id: 'Tersalin', en: 'Copied' },
  fresh: { id: 'Pesan baru:', en: 'New message:' },
  found: { id: 'Jumlah pesan:', en: 'Messages:' },
  silent: { id: 'Server tidak menjawab. Dicoba lagi.', en: 'The server does not answer. Trying again.' },
} satisfies Record<string, Words>;

/** The whole page, complete without the script, which only keeps it up to date. */
export function inboxPage({ messages, filter, language }: Inbox): Html {
  const { title, about, empty, copied, fresh, found, silent } = say;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title[language]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dev/inbox.css">
<script src="/dev/inbox.js" defer></script>
</head>
<body data-copied="${copied[language]}" data-fresh="${fresh[language]}" data-found="${found[language]}" data-silent="${silent[language]}">
<header>
<div class="top"><h1>${title[language]}</h1>${otherLanguage(language)}</div>
<p>${about[language]}</p>
${filterForm(filter, language)}
<p id="news" role="status" aria-live="polite"></p>
</header>
<main>
<p id="empty"${messages.length > 0 ? html` hidden` : null}>${empty[language]}</p>
<ol id="messages">${messages.map((message) => entry(message, language))}</ol>
</main>
</body>
</html>
`;
}

function otherLanguage(language: Language): Html {
  return language === 'id'
    ? html`<a href="?lang=en" lang="en" hreflang="en">English</a>`
    : html`<a href="?lang=id" lang="id" hreflang="id">Bahasa Indonesia</a>`;
}

function filterForm({ channel, to, search }: Inbox['filter'], language: Language): Html {
  const option = (value: string, name: string) =>
    html`<option value="${value}"${value === channel ? html` selected` : null}>${name}</option>`;
  return html`<form id="filter" role="search" aria-label="${say.filter[language]}">
<label>${say.channel[language]}
<select name="channel">${[option('', say.all[language]), option('EMAIL', 'Email'), option('WHATSAPP', 'WhatsApp')]}</select></label>
<label class="wide">${say.recipient[language]}
<input name="search" type="search" value="${to || search}" autocomplete="off" autocapitalize="off" spellcheck="false"></label>
<input name="lang" type="hidden" value="${language}">
<button>${say.apply[language]}</button>
</form>`;
}

function entry(message: DevInboxMessage, language: Language): Html {
  const { id, channel, recipient, kind, subject, text, code, link, at } = message;
  return html`<li data-id="${id}"><article aria-labelledby="s-${id}">
<h2 id="s-${id}">${subject}</h2>
<p class="about"><span class="channel ${channel}">${channel === 'EMAIL' ? 'Email' : 'WhatsApp'}</span> <b class="to">${recipient}</b> <time datetime="${at.toISOString()}">${clockTime(at, language)}</time> <span class="kind">${kind}</span></p>
${code ? html`<p class="row">${say.code[language]} <strong class="code">${code}</strong> ${copyButton(code, say.copyCode[language], id)}</p>` : null}
${link ? html`<p class="row">${say.link[language]} <a class="link" href="${link}" target="_blank" rel="noreferrer">${link}</a> ${copyButton(link, say.copyLink[language], id)}</p>` : null}
<pre>${text}</pre>
</article></li>`;
}

const copyButton = (value: string, label: string, id: string) =>
  html`<button type="button" data-copy="${value}" aria-describedby="s-${id}">${label}</button>`;

function clockTime(at: Date, language: Language): string {
  const style = { timeZone: 'Asia/Jakarta', dateStyle: 'medium', timeStyle: 'medium' } as const;
  return `${new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', style).format(at)} WIB`;
}
