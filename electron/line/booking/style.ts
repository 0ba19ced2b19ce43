/** The look of the users' pages, phone first: the tokens of the product, dark and light by the system. In the code, so that one bundle serves it. */
export const STYLE = `
@font-face { font-family: 'Golos Text Variable'; font-weight: 400 900; font-display: swap; src: url(/fonts/cyrillic.woff2) format('woff2'); unicode-range: U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116; }
@font-face { font-family: 'Golos Text Variable'; font-weight: 400 900; font-display: swap; src: url(/fonts/latin.woff2) format('woff2'); unicode-range: U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD; }
:root {
  color-scheme: light dark;
  --bg: #f3f5f7; --pane: #fff; --raised: #fff; --line: #dde2e8; --line-strong: #8b97a3;
  --text: #16202b; --text-2: #4a5866; --on-accent: #fff;
  --accent: #0b6e5c; --accent-hover: #095c4d; --accent-text: #07574a;
  --calm-soft: #e4effc; --calm-text: #1a5cb0;
  --warn-soft: #fdf0d9; --warn-text: #8a5200;
  --last: #d3333a; --last-soft: #fde5e5; --last-text: #ad1f27;
  --ok-soft: #dff3e6; --ok-text: #0b6e3c; --quiet-soft: #e6eaee;
  --shadow: 0 1px 2px rgb(20 30 40 / .06), 0 4px 16px rgb(20 30 40 / .05);
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #12171d; --pane: #1a2128; --raised: #212a33; --line: #2b353f; --line-strong: #667482;
    --text: #e8edf2; --text-2: #adb9c5; --on-accent: #05231d;
    --accent: #3fc1a5; --accent-hover: #56d0b5; --accent-text: #7cdcc6;
    --calm-soft: #17304d; --calm-text: #93c3f8;
    --warn-soft: #40300f; --warn-text: #f7c877;
    --last: #f2666b; --last-soft: #46191c; --last-text: #fba0a3;
    --ok-soft: #16351f; --ok-text: #74d59a; --quiet-soft: #242d36;
    --shadow: 0 1px 2px rgb(0 0 0 / .3), 0 6px 20px rgb(0 0 0 / .25);
  }
}
* { box-sizing: border-box; margin: 0; }
html { -webkit-text-size-adjust: 100%; }
body { font: 400 16px/1.45 'Golos Text Variable', 'Segoe UI', Roboto, sans-serif; color: var(--text); background: var(--bg); overflow-wrap: break-word; -webkit-font-smoothing: antialiased; }
a { color: var(--accent-text); text-underline-offset: 3px; }
h1 { font-size: 26px; line-height: 1.2; font-weight: 600; letter-spacing: -.01em; }
h2 { font-size: 15px; font-weight: 600; }
ul, ol { padding: 0; list-style: none; }
.num { font-variant-numeric: tabular-nums; white-space: nowrap; }
.dim { color: var(--text-2); }
.small { font-size: 14px; }
.page { max-width: 560px; margin: 0 auto; padding: 18px 16px 36px; display: grid; gap: 16px; }
.head { display: grid; gap: 6px; }
.head .verdict { margin-top: 6px; }
.stack { display: grid; gap: 14px; }
.verdict { display: grid; grid-template-columns: auto 1fr; gap: 10px; padding: 12px 14px; border-radius: 10px; background: var(--quiet-soft); color: var(--text); }
.verdict .icon { width: 22px; height: 22px; margin-top: 1px; }
.verdict b { font-weight: 600; }
.verdict p + p, .verdict b + p { margin-top: 2px; }
.verdict.go { background: var(--ok-soft); color: var(--ok-text); }
.verdict.ask { background: var(--warn-soft); color: var(--warn-text); }
.verdict.no { background: var(--last-soft); color: var(--last-text); }
.verdict.calm { background: var(--calm-soft); color: var(--calm-text); }
.verdict a { color: inherit; }
.verdict ul { display: grid; gap: 4px; margin-top: 4px; }
.verdict.big { padding: 18px 16px; }
.verdict.big .icon { width: 28px; height: 28px; }
.verdict.big h1 { font-size: 22px; }
.verdict.big h1 + p { margin-top: 6px; }
.verdict.big.waits h1 + p { font-size: 17px; }
.field { display: grid; gap: 5px; }
label, .label { font-size: 15px; color: var(--text-2); }
.hint { font-size: 13.5px; color: var(--text-2); }
.error { font-size: 14px; color: var(--last-text); font-weight: 500; }
input[type=text], input[type=tel], select { width: 100%; height: 46px; padding: 0 13px; border: 1px solid var(--line-strong); border-radius: 9px; background: var(--raised); color: var(--text); font: inherit; }
input[type=tel], .digits { font-variant-numeric: tabular-nums; }
select { appearance: none; padding-right: 42px; cursor: pointer; }
.select { position: relative; }
.select::after { content: ''; position: absolute; right: 17px; top: 16px; width: 9px; height: 9px; border: solid var(--text-2); border-width: 0 2px 2px 0; transform: rotate(45deg); pointer-events: none; }
[aria-invalid=true] { border-color: var(--last); box-shadow: inset 0 0 0 1px var(--last); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.check { display: grid; grid-template-columns: auto 1fr; gap: 4px 12px; align-items: start; }
.check input { width: 22px; height: 22px; margin: 0; accent-color: var(--accent); }
.check label { color: var(--text); cursor: pointer; }
.check .hint, .check .error { grid-column: 2; }
.button { display: flex; align-items: center; justify-content: center; width: 100%; min-height: 54px; padding: 10px 24px; border: 1px solid transparent; border-radius: 10px; font: inherit; font-size: 17px; font-weight: 550; text-align: center; text-decoration: none; cursor: pointer; }
.button.main { background: var(--accent); color: var(--on-accent); }
.button.main:hover { background: var(--accent-hover); }
.button.quiet { min-height: 48px; border-color: var(--line-strong); background: var(--raised); color: var(--text); font-size: 16px; font-weight: 500; }
.button.end { min-height: 48px; border-color: var(--last); background: transparent; color: var(--last-text); font-size: 16px; font-weight: 500; }
.trap { position: absolute; left: -9999px; width: 1px; height: 1px; overflow: hidden; }
.facts { display: grid; gap: 12px; padding: 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--pane); }
.facts div { display: grid; gap: 2px; }
@media (min-width: 520px) { .facts div { grid-template-columns: 120px 1fr; align-items: baseline; } }
.facts dt { font-size: 14px; color: var(--text-2); }
.facts dd { margin: 0; font-weight: 500; }
.steps { counter-reset: step; display: grid; gap: 14px; margin-top: 12px; }
.steps li { counter-increment: step; display: grid; grid-template-columns: 26px 1fr; gap: 12px; font-size: 15px; color: var(--text-2); }
.steps li::before { content: counter(step); display: grid; place-items: center; width: 26px; height: 26px; border-radius: 50%; background: var(--quiet-soft); color: var(--text); font-size: 13.5px; font-weight: 600; }
.text { display: grid; gap: 12px; }
.aside { display: none; }
.row { display: grid; gap: 10px; }
@media (min-width: 900px) {
  .page { padding-top: 48px; }
  .page.wide { max-width: 1060px; grid-template-columns: 330px 1fr; gap: 24px 48px; align-items: start; }
  .page.wide > .aside { display: block; grid-column: 1; grid-row: 2; border-top: 1px solid var(--line); padding-top: 24px; }
  .page.wide > .head { grid-column: 1; grid-row: 1; gap: 10px; }
  .page.wide > .stack { gap: 16px; grid-column: 2; grid-row: 1 / span 3; padding: 28px 32px 32px; border: 1px solid var(--line); border-radius: 14px; background: var(--pane); box-shadow: var(--shadow); }
  .page.wide { grid-template-rows: auto 1fr; }
  .head h1 { font-size: 30px; }
  .pair { display: grid; grid-template-columns: 272px 1fr; gap: 16px; align-items: start; }
  .pair.actions { grid-template-columns: 1fr 1fr; }
  .pair.actions > * { width: 100%; }
}
@media (max-width: 899px) { .pair { display: grid; gap: 14px; } .pair.actions { gap: 10px; } }
`;
