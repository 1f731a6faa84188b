/** The looks of the exported pages: the program's own in small, light and dark by the system, and fit to be printed. */
export const styleText = `:root {
  color-scheme: light dark;
  --ground: #f5f4f1; --page: #ffffff; --ink: #24221f; --ink-2: #5d5a55; --line: #e4e2dd; --brand: #364d94; --tint: #eef1fa;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15161b; --page: #1d1e23; --ink: #e3e4e8; --ink-2: #a9abb4; --line: #33343c; --brand: #9fb2ec; --tint: #252b3f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.6 system-ui, "Segoe UI", "PingFang SC",
  "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums;
}
main { max-width: 1080px; margin: 0 auto; padding: 32px 32px 64px; background: var(--page); min-height: 100vh; }
h1 { margin: 0; font-size: 22px; line-height: 30px; font-weight: 600; text-wrap: balance; }
h2 { margin: 32px 0 8px; font-size: 16px; line-height: 24px; font-weight: 600; }
h3 { margin: 20px 0 4px; font-size: 14px; font-weight: 600; }
h4 { margin: 12px 0 2px; font-size: 13px; font-weight: 600; color: var(--ink-2); }
p { margin: 4px 0; text-wrap: pretty; }
a { color: var(--brand); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 1px; border-radius: 2px; }
.quiet, .none, dt, th, .meta { color: var(--ink-2); }
.quiet, .meta, th, dt { font-size: 13px; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 12px 0; font-size: 13px; }
nav.sections { position: sticky; top: 0; padding: 8px 0; background: var(--page); border-bottom: 1px solid var(--line); }
section { scroll-margin-top: 48px; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 8px 32px; margin: 8px 0; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th { font-weight: 400; text-align: left; white-space: nowrap; }
th, td { padding: 5px 16px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: anywhere; min-width: 72px; }
.number { text-align: right; white-space: nowrap; }
ul.plain { margin: 0; padding: 0; list-style: none; }
.notes { white-space: pre-wrap; overflow-wrap: anywhere; }
.tag { display: inline-block; padding: 0 6px; margin-right: 4px; border-radius: 4px; background: var(--tint); font-size: 12px; }
details.hidden { display: inline-block; white-space: normal; }
summary { cursor: pointer; color: var(--brand); }
details.hidden[open] > summary { display: inline; margin-right: 8px; color: var(--ink-2); }
article { padding: 4px 0 12px; border-bottom: 1px solid var(--line); }
article:last-child { border-bottom: 0; }
#search { width: 100%; max-width: 440px; height: 36px; margin: 16px 0 4px; padding: 0 12px; font: inherit; color: inherit;
  background: var(--page); border: 1px solid #8b8883; border-radius: 4px; }
#clients { margin: 0; padding: 0; list-style: none; }
#clients li { display: grid; grid-template-columns: minmax(240px, 5fr) 180px 120px 3fr; gap: 16px; padding: 5px 0;
  border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-block-size: auto 33px; }
#clients li[hidden] { display: none; }
#clients span { color: var(--ink-2); font-size: 13px; }
@media (max-width: 760px) {
  main { padding: 16px; }
  #clients li { grid-template-columns: 1fr; gap: 0; }
}
@media print {
  :root { --ground: #ffffff; --page: #ffffff; --ink: #000000; --ink-2: #444444; --line: #cccccc; --brand: #000000; }
  body { font-size: 11px; }
  main { max-width: none; padding: 0; }
  nav, #search { display: none; }
}
`;
