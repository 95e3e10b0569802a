import { Tooltip } from 'antd';
import { memo } from 'react';
import type { Period, Run } from '../../../../api/types';
import { exactYuan, formatMoney, isNegative, isZero, none, type MoneyUnit } from '../../../../format';
import { useT } from '../../../../words';
import { groupWords, totalOf, type CashColumn, type CashGroup } from './cashTable';
import styles from './CashTable.module.css';

interface Props {
  run: Run;
  columns: readonly CashColumn[];
  unit: MoneyUnit;
  onWhy: (k: number, line: string) => void;
}

function groupsOf(columns: readonly CashColumn[]): { group: CashGroup; count: number }[] {
  const groups: { group: CashGroup; count: number }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last?.group === column.group) last.count += 1;
    else groups.push({ group: column.group, count: 1 });
  }
  return groups;
}

function tone(value: string | null): string | undefined {
  return isZero(value) || value === null ? 'soft' : isNegative(value) ? 'negative' : undefined;
}

function Cell({ period, column, unit, onWhy }: { period: Period; column: CashColumn } & Pick<Props, 'unit' | 'onWhy'>) {
  const t = useT();
  const value = column.value(period);
  const shown = formatMoney(value, unit);
  const title = value === null ? undefined : exactYuan(value);
  const line = column.line;
  return (
    <td className={`num ${column.group === 'unpaid' && !isZero(value) && value !== null ? styles['short'] : ''}`} title={title}>
      {line === null || value === null ? (
        <span className={tone(value)}>{shown}</span>
      ) : (
        <button
          type="button"
          className={`${styles['why']} ${tone(value) ?? ''}`}
          aria-label={t('why.open', { k: period.k, line: column.title, amount: shown })}
          onClick={() => onWhy(period.k, line)}
        >
          {shown}
        </button>
      )}
    </td>
  );
}

function Row({ period, columns, unit, onWhy }: { period: Period } & Omit<Props, 'run'>) {
  const t = useT();
  return (
    <tr>
      <th scope="row" className={styles['first']}>
        {period.k}
      </th>
      <th scope="row" className={styles['second']}>
        {period.date}
        {period.provisional === true && (
          <Tooltip title={t('cash.provisional.note')}>
            <span className={styles['provisional']}>{t('cash.provisional')}</span>
          </Tooltip>
        )}
      </th>
      <td className={period.mode === 'normal' ? 'soft' : styles['mode']}>{t.code('mode', period.mode)}</td>
      {columns.map(column => (
        <Cell key={column.key} period={period} column={column} unit={unit} onWhy={onWhy} />
      ))}
    </tr>
  );
}

/** Dates down, lines across; the head and the first two columns stay in sight. */
export const CashTable = memo(function CashTable({ run, columns, unit, onWhy }: Props) {
  const t = useT();
  const starts = new Set(columns.filter((column, index) => column.group !== columns[index - 1]?.group).map(column => column.key));
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th className={styles['first']} rowSpan={2} scope="col">
              {t('cash.period')}
            </th>
            <th className={styles['second']} rowSpan={2} scope="col">
              {t('cash.date')}
            </th>
            <th rowSpan={2} scope="col">
              {t('cash.mode')}
            </th>
            {groupsOf(columns).map(({ group, count }) => (
              <th key={group} className={styles['group']} colSpan={count} scope="colgroup">
                {t(groupWords[group])}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map(column => (
              <th key={column.key} className={starts.has(column.key) ? styles['start'] : undefined} scope="col" title={column.key === 'check' ? t('cash.check.note') : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.periods.map(period => (
            <Row key={period.k} period={period} columns={columns} unit={unit} onWhy={onWhy} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className={styles['first']} />
            <th className={styles['second']} scope="row">
              {t('cash.total')}
            </th>
            <td />
            {columns.map(column => {
              const total = totalOf(column, run);
              return (
                <td key={column.key} className="num" title={total === null ? undefined : exactYuan(total)}>
                  {total === null ? <span className="soft">{none}</span> : formatMoney(total, unit)}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  );
});
