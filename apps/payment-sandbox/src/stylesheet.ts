/** The one stylesheet of the sandbox: paper, ink and indigo, phone first. */
export const STYLESHEET = `
:root {
  --paper: #fbf7f0; --raised: #fff; --ink: #1f1b16; --soft: #6b6358; --line: #e6ddcf;
  --indigo: #24386e; --madder: #b3372b; --pine: #2f6b4f; --honey-ink: #7a5310; --mist: #dde6e4;
  color-scheme: light;
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); font-size: 16px; line-height: 1.6;
  font-family: "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif;
  font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; overflow-wrap: anywhere;
}
h1, h2, h3, .merchant { font-family: "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", serif; line-height: 1.35; }
h1 { font-size: 20px; margin: 0; } h2 { font-size: 16px; margin: 0 0 8px; }
a { color: var(--indigo); }
:focus-visible { outline: 3px solid var(--indigo); outline-offset: 2px; border-radius: 4px; }
.soft { color: var(--soft); font-size: 14px; }
.amount { white-space: nowrap; text-align: right; }
.notice {
  margin: 0; padding: 8px 16px; background: var(--indigo); color: #fff; font-size: 14px; text-align: center;
  border-bottom: 3px solid var(--madder);
}
.lozenge { display: inline-block; width: 8px; height: 8px; margin-right: 10px; background: #fff; transform: rotate(45deg); }
.checkout { max-width: 520px; margin: 0 auto; padding: 16px; display: grid; gap: 16px; }
.back { display: inline-flex; align-items: center; min-height: 44px; text-decoration: none; }
.back:hover { text-decoration: underline; }
.head { display: grid; }
.merchant { margin: 0; color: var(--soft); font-size: 14px; }
.total { margin: 4px 0 0; font-size: 40px; line-height: 1.2; font-weight: 600; }
.order, .card { background: var(--raised); border: 1px solid var(--line); border-radius: 12px; padding: 16px; }
.card { box-shadow: 0 4px 16px rgb(31 27 22 / 6%); }
.lines { list-style: none; margin: 0; padding: 0; }
.lines li, .sum { display: flex; justify-content: space-between; gap: 16px; padding: 6px 0; margin: 0; }
.sum { border-top: 1px solid var(--line); margin-top: 8px; padding-top: 12px; }
.field { margin: 0 0 16px; }
label { display: block; margin-bottom: 4px; font-size: 14px; font-weight: 600; }
input:not([type=radio]), select {
  width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit; background: #fff;
  border: 1px solid #8b8274; border-radius: 8px;
}
input::placeholder { color: #767066; opacity: 1; }
input[aria-invalid=true] { border: 2px solid var(--madder); }
.field-problem { margin: 4px 0 0; color: var(--madder); font-size: 14px; }
.problem { border: 1px solid var(--madder); border-left-width: 6px; border-radius: 8px; padding: 12px 16px; margin-bottom: 16px; }
.problem h2 { color: var(--madder); } .problem p, .problem ul { margin: 0; } .problem ul { padding-left: 20px; }
.problem a { color: var(--madder); }
.methods { border: 0; margin: 0 0 16px; padding: 0; }
.methods legend { padding: 0; margin-bottom: 8px; font-weight: 600; font-size: 14px; }
.method { border: 1px solid var(--line); margin-top: -1px; }
.method:first-of-type { border-radius: 8px 8px 0 0; } .method:last-of-type { border-radius: 0 0 8px 8px; }
.method:only-of-type { border-radius: 8px; }
.method-label { display: flex; align-items: center; gap: 10px; min-height: 52px; padding: 0 16px; margin: 0; font-size: 16px; cursor: pointer; }
.method-label input { width: 20px; height: 20px; margin: 0; accent-color: var(--indigo); }
.method:has(input:checked) { background: #f5f7fb; }
.method-body { display: none; padding: 0 16px 4px; }
.method:has(:checked) .method-body { display: block; }
@supports not selector(:has(a)) { .method-body { display: block; } }
.mark { width: 28px; height: 20px; border-radius: 4px; background: var(--ink); position: relative; }
.mark::after { content: ""; position: absolute; inset: 5px 0 auto; height: 3px; background: #fff; }
.mark-alipay { background: #1668c7; border-radius: 6px; } .mark-alipay::after { inset: 8px 6px auto; }
.mark-wechat_pay { background: #16803c; border-radius: 10px; } .mark-wechat_pay::after { inset: 8px 8px auto; height: 4px; }
.hint { margin: 0 0 12px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 12px; }
.primary, .secondary {
  display: block; width: 100%; min-height: 48px; padding: 10px 16px; font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; border-radius: 8px; border: 1px solid var(--indigo); cursor: pointer;
}
.primary { background: var(--indigo); color: #fff; } .primary:hover { background: #1b2b57; }
.secondary { background: var(--raised); color: var(--indigo); margin-top: 12px; } .secondary:hover { background: #f5f7fb; }
.centred { text-align: center; } .centred h1 { margin-bottom: 8px; }
.facts { margin: 16px 0; text-align: left; } .facts div { display: flex; justify-content: space-between; gap: 16px; padding: 8px 0; border-top: 1px solid var(--line); }
.facts dt { color: var(--soft); } .facts dd { margin: 0; font-weight: 600; }
.qr { display: block; width: 220px; max-width: 70vw; margin: 12px auto; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
.authorize .card { border-top: 6px solid var(--indigo); } .authorize.alipay .card { border-top-color: #1668c7; } .authorize.wechat .card { border-top-color: #16803c; }
@media (min-width: 900px) {
  .checkout:not(.authorize):has(.order) { max-width: 960px; grid-template-columns: 1fr 1fr; gap: 16px 32px; padding: 40px 24px; align-items: start; }
  .checkout:has(.order) .head { grid-column: 1; } .checkout:has(.order) .order { grid-column: 1; }
  .checkout:has(.order) form.card { grid-column: 2; grid-row: 1 / span 3; padding: 24px; }
  .authorize { padding-top: 40px; }
}
.console { max-width: 1280px; margin: 0 auto; padding: 16px; }
.console h1 { margin: 8px 0 16px; font-size: 28px; }
.tabs { display: flex; flex-wrap: wrap; gap: 4px; margin: 0 0 16px; padding: 0; list-style: none; border-bottom: 1px solid var(--line); }
.tabs a { display: flex; align-items: center; min-height: 44px; padding: 0 14px; text-decoration: none; border-bottom: 3px solid transparent; }
.tabs a[aria-current] { border-bottom-color: var(--indigo); font-weight: 600; }
.filter { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; margin-bottom: 16px; }
.filter > div { flex: 1 1 180px; max-width: 320px; }
.small { width: auto; display: inline-block; min-height: 44px; padding: 8px 20px; margin: 0; }
.table { overflow-x: auto; background: var(--raised); border: 1px solid var(--line); border-radius: 12px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { text-align: left; padding: 10px 12px; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
th { color: var(--soft); font-weight: 600; } tr:last-child td { border-bottom: 0; } td.amount, th.amount { text-align: right; }
td a { display: inline-block; max-width: 320px; overflow: hidden; text-overflow: ellipsis; vertical-align: bottom; }
.state { display: inline-block; padding: 0 8px; border-radius: 4px; background: var(--mist); }
.state::before { content: "● "; } .state-good { color: var(--pine); } .state-bad { color: var(--madder); } .state-bad::before { content: "▲ "; } .state-wait { color: var(--honey-ink); } .state-wait::before { content: "○ "; }
.empty { padding: 32px 16px; text-align: center; color: var(--soft); background: var(--raised); border: 1px dashed #8b8274; border-radius: 12px; }
pre { margin: 0; padding: 16px; overflow: auto; font-size: 12px; background: var(--raised); border: 1px solid var(--line); border-radius: 12px; max-height: 70vh; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0; } .actions form { margin: 0; }
.pages { margin: 16px 0; }
@media (prefers-reduced-motion: no-preference) { .primary, .secondary { transition: background 160ms ease-out; } }
`
