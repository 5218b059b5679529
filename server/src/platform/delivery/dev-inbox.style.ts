export const INBOX_STYLE = `
:root {
  color-scheme: light dark;
  --page: #eef1f5; --card: #fff; --text: #17202a; --quiet: #51606f; --line: #d0d7de;
  --accent: #0b57a4; --mark: #eef4fb; --email: #0b57a4; --whatsapp: #0f6b3a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10151b; --card: #1b232c; --text: #e8edf2; --quiet: #b3bfcb; --line: #3a4653;
    --accent: #8fc0ff; --mark: #12304f; --email: #8fc0ff; --whatsapp: #7bd6a3;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 54rem; margin: 0 auto; padding: 0 1rem; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between; padding-top: 1rem; }
h1 { margin: 0; font-size: 1.5rem; }
header p { margin: .25rem 0 1rem; color: var(--quiet); }
a { color: var(--accent); }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; }
label { display: grid; gap: .25rem; font-weight: 600; }
.wide { flex: 1 1 16rem; }
input, select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: .5rem; padding: .5rem .75rem; min-height: 2.75rem; }
input { width: 100%; }
button { cursor: pointer; font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
#news { min-height: 1.5rem; margin: .5rem 0; overflow-wrap: anywhere; }
#messages { list-style: none; margin: 0 0 2rem; padding: 0; display: grid; gap: .75rem; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; }
h2 { margin: 0 0 .25rem; font-size: 1.125rem; overflow-wrap: anywhere; }
.about { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; margin: 0 0 .75rem; color: var(--quiet); }
.to { color: var(--text); overflow-wrap: anywhere; }
.channel { font-weight: 700; border: 1px solid; border-radius: 1rem; padding: 0 .625rem; }
.channel.EMAIL { color: var(--email); }
.channel.WHATSAPP { color: var(--whatsapp); }
.kind { font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.row { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin: 0 0 .5rem; }
.code { font: 700 1.5rem/1.5 ui-monospace, monospace; letter-spacing: .15em; background: var(--mark); border-radius: .5rem; padding: 0 .5rem; }
.link { flex: 1 1 12rem; overflow-wrap: anywhere; }
pre { margin: .75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-top: 1px solid var(--line); padding-top: .75rem; }
#empty { text-align: center; color: var(--quiet); padding: 3rem 0; }
`;
