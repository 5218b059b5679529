import { Html } from './html.js';

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const MONO = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace";

/** On the elements themselves, because several mail programs drop the style sheet. */
export const STYLE = {
  page: `margin:0;padding:0;background-color:#eef1f5;${FONT}`,
  // Shown in the list of messages, beside the subject; not in the message.
  preheader:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;color:transparent;font-size:1px;line-height:1px',
  margin: 'padding:16px 8px',
  column: 'max-width:560px',
  card: `background-color:#ffffff;border-radius:12px;padding:24px 20px;text-align:left;${FONT}`,
  sender: `margin:0 0 16px;font-size:16px;line-height:24px;font-weight:600;color:#51606f;${FONT}`,
  title: `margin:0 0 16px;font-size:22px;line-height:30px;font-weight:700;color:#17202a;${FONT}`,
  paragraph: `margin:0 0 16px;font-size:17px;line-height:26px;color:#17202a;overflow-wrap:anywhere;${FONT}`,
  code: `margin:8px 0 24px;padding:16px 3px 16px 8px;border-radius:8px;background-color:#eef4fb;color:#0b3d78;text-align:center;font-size:34px;line-height:42px;font-weight:700;letter-spacing:5px;${MONO}`,
  button: 'border-radius:8px;background-color:#0b57a4',
  buttonText: `display:block;padding:14px 20px;font-size:18px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none;${FONT}`,
  small: `margin:12px 0 0;font-size:16px;line-height:24px;color:#51606f;overflow-wrap:anywhere;${FONT}`,
  link: `color:#0b57a4;word-break:break-all;${FONT}`,
  line: 'border:0;border-top:1px solid #d8dee6;margin:24px 0 12px',
} as const;

export const DARK_STYLE = new Html(`
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #10151b !important; }
  .card { background-color: #1b232c !important; }
  .text { color: #e8edf2 !important; }
  .quiet { color: #b3bfcb !important; }
  .code { background-color: #12304f !important; color: #d6e8ff !important; }
  .button { background-color: #8fc0ff !important; }
  .button-text { color: #06264a !important; }
  .link { color: #8fc0ff !important; }
  .line { border-top-color: #3a4653 !important; }
}
`);
