import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import s01 from '../../../../../../cases/S01/deal.yaml?raw';
import { makeTranslate } from '../../../../words';
import { readTerms } from '../document';
import { sections } from '../fields/catalogue';
import { namingOf } from '../naming';
import { readTsv } from '../reading/tsv';
import { pasted } from './clipboard';
import { FormModel } from './formModel';
import { TableModel } from './tableModel';

const t = makeTranslate('zh');

function shape(path: string) {
  const found = sections.flatMap((section) => section.shapes).find((one) => one.shape === 'table' && one.path.join('.') === path);
  if (found?.shape !== 'table') throw new Error(path);
  return found;
}

function terms(text: string) {
  const parsed = readTerms(text);
  if (!('terms' in parsed)) throw new Error(parsed.broken.message);
  return parsed.terms;
}

function table(path: string, text = s01) {
  const read = terms(text);
  return new TableModel(read, shape(path), namingOf(read.root, t, 'zh'), t, true, new Set());
}

function form(text: string, title: string) {
  const read = terms(text);
  const found = sections.flatMap((section) => section.shapes).find((one) => one.shape === 'form' && one.title === title);
  if (found?.shape !== 'form') throw new Error(title);
  return new FormModel(read, found, namingOf(read.root, t, 'zh'), t);
}

function paste(model: TableModel, block: string, row: number, column: string) {
  const left = model.columns.findIndex((one) => one.key === column);
  return model.write(pasted(model, readTsv(block), { top: row, bottom: row, left, right: left }).writes);
}

describe('paste', () => {
  test('write_BlockOverTheLastRows_ChangesThemAndAddsTheRest', () => {
    const model = table('pool.obligors');
    const outcome = paste(model, 'N11\t甲公司\t500万\nN12\t乙公司\t1.45亿\nN13\t\t￥30.5', 10, 'id');
    const obligors = parse(outcome.text).pool.obligors;
    expect(outcome.refused).toEqual([]);
    expect(outcome.newRows).toBe(2);
    expect(obligors.slice(10)).toEqual([
      {
        id: 'N11', principal: 5000000, ip: 5, industry: '新能源汽车', name: '甲公司',
        ip_kinds: { patent: 2, trademark: 1, copyright: 1, ic_layout: 1 },
      },
      { id: 'N12', name: '乙公司', principal: 145000000 },
      { id: 'N13', principal: 30.5 },
    ]);
  });

  test('write_OtherTranchesOverTheOldOnes_KeepsWhatSpeaksOfAnIdThatLivesOn', () => {
    const outcome = paste(table('tranches'), 'A1\t优先A1\nA2\t优先A2\nSUB\t次级', 0, 'id');
    const deal = parse(outcome.text);
    expect(outcome.refused).toEqual([]);
    expect(deal.tranches.map((one: { id: string }) => one.id)).toEqual(['A1', 'A2', 'SUB']);
    const paid = deal.waterfalls.normal.flatMap((step: { what: string[] }) => step.what);
    expect(paid).toContain('A1');
    expect(paid.filter((id: string) => id === 'SUB').length).toBe(2);
    expect(paid).not.toContain('A2');
  });

  test('write_TwoIdsSwapped_SwapsThem', () => {
    const outcome = paste(table('pool.obligors'), 'N02\nN01', 0, 'id');
    expect(outcome.refused).toEqual([]);
    expect(parse(outcome.text).pool.obligors.slice(0, 2).map((one: { id: string }) => one.id)).toEqual(['N02', 'N01']);
  });

  test('write_UnreadableCells_WritesTheOthersAndNamesThese', () => {
    const model = table('pool.obligors');
    const outcome = paste(model, '1,23\n19000000\n#REF!', 1, 'principal');
    expect(outcome.refused.map(({ path, why }) => [path, why])).toEqual([
      ['pool.obligors.N02.principal', 'grouping'],
      ['pool.obligors.N04.principal', 'formula'],
    ]);
    expect(parse(outcome.text).pool.obligors.slice(1, 4).map((one: { principal: number }) => one.principal)).toEqual([20000000, 19000000, 16000000]);
  });

  test('write_NewRowWithAFault_PutsTheFaultAtTheNewRow', () => {
    const outcome = paste(table('pool.obligors'), '乙公司\tx', 11, 'name');
    expect(outcome.refused.map(({ path }) => path)).toEqual(['pool.obligors.N12.principal']);
    expect(parse(outcome.text).pool.obligors[11]).toEqual({ id: 'N12', name: '乙公司' });
  });

  test('write_IdInUse_IsRefused', () => {
    expect(paste(table('fees'), 'custody', 0, 'id').refused.map(({ why }) => why)).toEqual(['taken']);
  });

  test('pasted_HeadOfKnownNames_DecidesTheColumns', () => {
    const model = table('pool.obligors');
    const block = pasted(model, readTsv('本金（元）\t编号\n2300万\tN01'), { top: 0, bottom: 0, left: 0, right: 0 });
    expect(block.headed).toBe(true);
    expect(parse(model.write(block.writes).text).pool.obligors[0]).toMatchObject({ id: 'N01', principal: 23000000 });
  });

  test('write_WordsAsPeopleSayThem_BecomeTheFilesWords', () => {
    const outcome = paste(table('waterfalls.normal'), '付费用\t托管费、mgmt', 2, 'do');
    expect(parse(outcome.text).waterfalls.normal[2]).toEqual({ do: 'pay_fee', what: ['custody', 'mgmt'] });
  });

  test('write_EveryCellWithWhatItShows_LeavesTheTextByteForByte', () => {
    for (const path of ['pool.obligors', 'tranches', 'fees', 'support', 'triggers', 'waterfalls.normal', 'waterfalls.accelerated', 'spv']) {
      const model = table(path);
      const writes = Array.from({ length: model.rowCount }, (_, row) => model.columns.map((_, column) => ({ row, column, text: model.cell(row, column).copy }))).flat();
      const outcome = model.write(writes);
      expect(outcome.refused).toEqual([]);
      expect(outcome.text).toBe(s01);
    }
  });
});

describe('sums', () => {
  test('balance_OneFenOff_SaysBySoMuch', () => {
    expect(table('tranches').balance()).toBe('等于发行规模');
    expect(table('tranches', s01.replace('size: 7250000.00', 'size: 7250000.01')).balance()).toBe('与发行规模差 +0.01');
  });

  test('cell_Share_IsRoundedForTheEye', () => {
    const model = table('pool.obligors');
    const share = model.columns.findIndex((column) => column.key === 'share');
    expect(model.cell(0, share).shown).toBe('14.48%');
  });
});

describe('forms', () => {
  test('write_RegularPaymentDatesOverAList_ReplacesTheList', () => {
    const model = form(s01, 'terms.paymentDates');
    const outcome = model.write([{ row: 0, column: 1, text: '按季' }, { row: 1, column: 1, text: '20260420' }, { row: 2, column: 1, text: '2027年1月20日' }]);
    expect(parse(outcome.text).dates.payment_dates).toEqual({ every: '3M', first: '2026-04-20', last: '2027-01-20' });
  });

  test('write_ShelfOfADealWithoutOne_BeginsIt', () => {
    const outcome = form(s01, 'terms.shelf').write([{ row: 0, column: 1, text: 'SH-1' }, { row: 6, column: 1, text: '100万' }]);
    expect(parse(outcome.text).shelf).toEqual({ id: 'SH-1', per_obligor: { min: 1000000 } });
  });
});
