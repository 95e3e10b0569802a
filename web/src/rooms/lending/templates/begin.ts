import { applyEdits, bare, editsOf, readTerms, textOf, word } from '../../securitization/terms/document';
import { nextVersion } from '../policies/begin';

/** The text a change begins with: a version not used yet, its first day, and no review, which was of other words. */
export function begun(text: string, used: readonly string[], day: string): string {
  const read = readTerms(text);
  if (!('terms' in read)) return text;
  const { terms } = read;
  return applyEdits(text, editsOf(terms, [
    { path: ['version'], value: word(nextVersion(textOf(terms.root, 'version'), used)) },
    { path: ['dated'], value: bare(day) },
    { path: ['verified'], value: bare('false') },
    { path: ['effective'], value: { from: bare(day) } },
  ]));
}

/** The first text of a template of one's own. */
export function blankTemplate(id: string, about: string, zh: string, en: string, day: string): string {
  const number = about === 'pledge' ? 'contract_no' : 'number';
  return `schema: zhirong/loan-document/v1
id: ${id}
version: "1"
dated: ${day}
verified: false
effective: {from: ${day}}
about: ${about}
english: true
zh: ${JSON.stringify(zh)}
en: ${JSON.stringify(en)}
source: {zh: 本机构制定, en: our own}
facts:
  - {zh: 编号, en: Number, is: "{${number}}"}
sections:
  - id: text
    zh: 一、正文
    en: 1. Text
    blocks:
      - {kind: text, zh: "编号 {${number}} 的文件正文。", en: "The text of the document about {${number}}."}
disclaimer: {zh: 由登记的记录生成。, en: Made from the records.}
`;
}
