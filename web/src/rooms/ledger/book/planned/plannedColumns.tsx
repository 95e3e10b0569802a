import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { BookRow, PlannedRow, PlannedState } from '../../../../api/ledgerTypes';
import { formatDate, isZero } from '../../../../format';
import { Fen } from '../../../../shell/Fen';
import { StateMark, type Tone } from '../../../../shell/StateMark';
import type { Translate } from '../../../../words';
import { daysOverdue } from '../dates';
import styles from './Planned.module.css';

const tones: Record<PlannedState, Tone> = { open: 'blue', partly: 'amber', matched: 'green', cancelled: 'grey' };

export function plannedColumns(t: Translate, book: BookRow, onMatch: (planned: PlannedRow) => void): ColumnsType<PlannedRow> {
  const late = (planned: PlannedRow) => daysOverdue(planned, book.businessDate);
  return [
    {
      title: t('planned.due'),
      width: 118,
      fixed: 'left',
      render: (_, planned) => (
        <>
          {formatDate(planned.due)}
          {planned.provisional && (
            <div className="soft" title={t('cash.provisional.note')}>
              {t('cash.provisional')}
            </div>
          )}
          {late(planned) > 0 && <div className={styles['overdue']}>{t('planned.overdue', { days: late(planned) })}</div>}
        </>
      ),
    },
    { title: t('hold.state'), width: 90, render: (_, planned) => <StateMark tone={tones[planned.state]}>{t.code('planned.state', planned.state)}</StateMark> },
    { title: t('planned.what'), width: 130, render: (_, planned) => <span title={t('planned.source', { title: planned.source.title })}>{planned.memo === '' ? planned.line : planned.memo}</span> },
    {
      title: t('planned.accounts'),
      width: 200,
      render: (_, planned) => (
        <>
          {planned.debit} {t.either(planned.debitName.zh, planned.debitName.en)}
          <br />
          <span className="soft">
            {planned.credit} {t.either(planned.creditName.zh, planned.creditName.en)}
          </span>
        </>
      ),
    },
    { title: t('planned.amount'), width: 130, align: 'right', render: (_, planned) => <Fen value={planned.amount} /> },
    { title: t('planned.matched'), width: 130, align: 'right', render: (_, planned) => (isZero(planned.matched) ? <span className="soft">0.00</span> : <Fen value={planned.matched} />) },
    { title: t('planned.open'), width: 130, align: 'right', render: (_, planned) => (isZero(planned.open) ? <span className="soft">0.00</span> : <Fen value={planned.open} />) },
    {
      title: t('hold.actions'),
      width: 80,
      render: (_, planned) =>
        (planned.state === 'open' || planned.state === 'partly') && (
          <Button size="small" onClick={() => onMatch(planned)}>
            {t('planned.match')}
          </Button>
        ),
    },
  ];
}
