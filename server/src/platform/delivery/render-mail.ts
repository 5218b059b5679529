import type { Message } from '../outbox/message.js';
import type { Words } from '../words/language.js';
import { type Html, html } from './html.js';
import { DARK_STYLE, STYLE } from './mail-style.js';
import { oneLine } from './one-line.js';

export interface RenderedMail {
  readonly subject: string;
  /** Readable by itself: the code and the whole link stand in it. */
  readonly text: string;
  readonly html: string;
}

const CODE: Words = { id: 'Kode', en: 'Code' };
const BARE_LINK: Words = {
  id: 'Tombol tidak berfungsi? Salin tautan ini ke peramban:',
  en: 'Button not working? Copy this link into your browser:',
};
const AUTOMATIC: Words = {
  id: 'Pesan ini dikirim otomatis. Balasan tidak dibaca.',
  en: 'This message was sent automatically. Replies are not read.',
};

/** `sender` is the name above the message. Nothing is loaded from anywhere: no picture, font or counter. */
export function renderMail(message: Message, sender: string): RenderedMail {
  const literal: Message = {
    ...message,
    subject: oneLine(message.subject),
    paragraphs: message.paragraphs.map(oneLine),
    closing: message.closing?.map(oneLine) ?? [],
  };
  return { subject: literal.subject, text: renderText(literal), html: page(literal, sender).markup };
}

/** What a message says, for readers that show no markup. */
export function renderText({ language, paragraphs, code, button, closing = [] }: Message): string {
  const blocks = [
    ...paragraphs,
    ...(code ? [`${CODE[language]}: ${code}`] : []),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...closing,
    AUTOMATIC[language],
  ];
  return `${blocks.join('\n\n')}\n`;
}

function page(message: Message, sender: string): Html {
  const { language, subject, paragraphs } = message;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${DARK_STYLE}</style>
</head>
<body class="page" style="${STYLE.page}">
<div style="${STYLE.preheader}">${paragraphs[0] ?? subject}</div>
<div role="article" aria-roledescription="email" aria-label="${subject}" lang="${language}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="${STYLE.margin}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.column}"><tr><td class="card" style="${STYLE.card}">
${content(message, sender)}
</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`;
}

function content(
  { language, subject, paragraphs, code, button, closing = [] }: Message,
  sender: string,
): Html {
  const small = [...closing, AUTOMATIC[language]];
  return html`<p class="quiet" style="${STYLE.sender}">${sender}</p>
<h1 class="text" style="${STYLE.title}">${subject}</h1>
${paragraphs.map((text) => html`<p class="text" style="${STYLE.paragraph}">${text}</p>\n`)}
${code ? html`<p class="code" style="${STYLE.code}">${code}</p>` : null}
${button ? buttonWithLink(button, language) : null}
<hr class="line" style="${STYLE.line}">
${small.map((text) => html`<p class="quiet" style="${STYLE.small}">${text}</p>\n`)}`;
}

function buttonWithLink({ label, url }: NonNullable<Message['button']>, language: Message['language']): Html {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" class="button" style="${STYLE.button}"><a class="button-text" href="${url}" style="${STYLE.buttonText}">${label}</a></td></tr></table>
<p class="quiet" style="${STYLE.small}">${BARE_LINK[language]}<br><a class="link" href="${url}" style="${STYLE.link}">${url}</a></p>`;
}
