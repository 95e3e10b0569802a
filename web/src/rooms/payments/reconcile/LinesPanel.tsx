import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton, Table } from 'antd';
import type { PageOf } from '../../../api/ledgerTypes';
import type { Line } from '../../../api/reconciliationTypes';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { paging } from '../pages';
import styles from '../Payments.module.css';
import { lineTones } from '../tones';
import { Two } from '../Two';
import bench from './Reconcile.module.css';
import type { BenchAddress } from './ReconcilePage';

interface Props {
  lines: UseQueryResult<PageOf<Line>>;
  address: BenchAddress;
  onChange: (change: Partial<BenchAddress>) => void;
}

/** What moved on the account, each with what it stands for. */
export function LinesPanel({ lines, address, onChange }: Props) {
  const t = useT();
  const choose = (line: Line) => onChange({ line: line.id === address.line ? '' : line.id, page: address.page });
  return (
    <Panel title={t('pay.bench.lines')} note={lines.data === undefined ? undefined : t('shell.total', { count: lines.data.total })}>
      {lines.isError && <Failure reason={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {lines.data !== undefined && !lines.isError && (
        <Table<Line>
          className={styles['rows'] ?? ''}
          size="small"
          rowKey="id"
          rowClassName={line => (line.id === address.line ? (bench['chosen'] ?? '') : '')}
          loading={lines.isPlaceholderData}
          dataSource={lines.data.items}
          scroll={{ x: 700 }}
          locale={{ emptyText: <Nothing>{t(address.account + address.query + address.state + address.from + address.to + address.statement === '' ? 'pay.line.empty' : 'pay.line.empty.filtered')}</Nothing> }}
          onRow={line => ({ onClick: () => choose(line) })}
          pagination={paging(t, address, lines.data.total, onChange)}
          columns={[
            {
              title: t('pay.day'),
              width: 104,
              render: (_, line) => (
                <Button type="link" size="small" style={{ padding: 0, height: 'auto' }} aria-pressed={line.id === address.line} onClick={event => { event.stopPropagation(); choose(line); }}>
                  {formatDate(line.day)}
                </Button>
              ),
            },
            { title: t('pay.line.counterparty'), render: (_, line) => <Two first={line.name ?? '—'} second={[line.text, line.loanNo, line.reference].filter(part => part !== null && part !== '').join(' · ')} /> },
            { title: t('pay.amount.yuan'), width: 136, align: 'right', render: (_, line) => <Fen value={line.amount} /> },
            { title: t('pay.line.stands'), width: 210, render: (_, line) => <Two first={<StateMark tone={lineTones[line.state]}>{t.code('payLine', line.state)}</StateMark>} second={line.matchTitle ?? (line.note === '' ? null : line.note)} /> },
          ]}
        />
      )}
    </Panel>
  );
}
