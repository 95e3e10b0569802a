import { applyEdits, bare, editsOf, readTerms, textOf, word } from '../../securitization/terms/document';

/** A version number not used yet: one more where it is a number. */
export function nextVersion(version: string, used: readonly string[]): string {
  const number = Number(version);
  let next = Number.isInteger(number) ? number + 1 : 2;
  const made = () => (Number.isInteger(number) ? `${next}` : `${version}-${next}`);
  while (used.includes(made())) next += 1;
  return made();
}

/** The text a change begins with: a new version, its parent, its first day. */
export function begun(text: string, parent: string, used: readonly string[], day: string): string {
  const read = readTerms(text);
  if (!('terms' in read)) return text;
  const { terms } = read;
  return applyEdits(text, editsOf(terms, [
    { path: ['version'], value: word(nextVersion(textOf(terms.root, 'version'), used)) },
    { path: ['status'], value: word('draft') },
    { path: ['author'], value: null },
    { path: ['checker'], value: null },
    { path: ['parent'], value: word(parent) },
    { path: ['effective'], value: { from: bare(day) } },
  ]));
}

/** The first text of a policy of one's own. */
export function blankPolicy(id: string, zh: string, en: string, day: string): string {
  return `schema: zhirong/policy/v1
id: ${id}
version: "1"
zh: ${JSON.stringify(zh)}
en: ${JSON.stringify(en)}
source: 本机构制定
verified: false
status: draft
change: 第一版
effective: {from: ${day}}
facts:
  - {name: loan.amount, type: number, unit: CNY, min: 0.01, places: 2, zh: 申请金额, en: amount asked for, source: 借款申请}
parameters:
  - {name: most, value: 1000000, unit: CNY, zh: 最高金额, en: highest amount, source: 本机构制定, verified: false}
reasons:
  - {code: R-101, zh: 申请金额超过最高金额, en: The amount asked for exceeds the highest}
  - {code: R-200, zh: 申请金额在最高金额之内, en: The amount asked for is within the highest}
steps:
  - id: amount
    kind: table
    zh: 申请金额
    en: amount asked for
    hit: U
    inputs:
      - {id: amount, is: loan.amount}
    rows:
      - {id: within, when: ["<= most"], outcome: approve, reason: R-200}
      - {id: over, when: ["> most"], outcome: decline, reason: R-101}
figures:
  - {name: limit, from: most, unit: CNY, round: down, zh: 额度, en: limit}
tests:
  - id: within
    zh: 最高金额之内
    en: within the highest
    day: ${day}
    facts: {loan.amount: 1000000.00}
    expect: {outcome: approve, reasons: [R-200]}
  - id: over
    zh: 超出一分
    en: one fen over
    day: ${day}
    facts: {loan.amount: 1000000.01}
    expect: {outcome: decline, reasons: [R-101]}
`;
}
