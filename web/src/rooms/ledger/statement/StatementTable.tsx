import { Button, Pagination, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { AccountRow, Statement, StatementLine } from '../../../api/ledgerTypes';
import { formatDate, formatInstant } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { pageSizes } from '../../../shell/useAddress';
import { useT, type Translate } from '../../../words';
import { EntryMarks } from '../entry/EntryMarks';
import { rowsOf, type StatementRow } from './running';
import styles from './Statement.module.css';

interface Props {
  statement: Statement;
  accounts: readonly AccountRow[];
  order: string;
  loading: boolean;
  onPage: (page: number, pageSize: number) => void;
  onOpen: (entry: string) => void;
}

/** A cell of a line; empty on the rows that only state a balance. */
const ofLine = (render: (line: StatementLine) => ReactNode) => (_: unknown, row: StatementRow) => (row.line === null ? null : render(row.line));

function Memo({ line, sequences, onOpen }: { line: StatementLine; sequences: ReadonlyMap<string, number>; onOpen: (entry: string) => void }) {
  const t = useT();
  return (
    <>
      <span className={line.reversedBy === null ? undefined : styles['struck']}>{line.memo === '' ? t.code('ledgerEvent', line.event) : line.memo}</span>{' '}
      <EntryMarks entry={{ ...line, hold: null }} sequenceOf={id => sequences.get(id)} onOpen={onOpen} />
    </>
  );
}

function columnsOf(t: Translate, { accounts, order, statement, onOpen }: Props): ColumnsType<StatementRow> {
  const sequences = new Map(statement.page.items.map(line => [line.entryId, line.sequence]));
  const nameOf = (code: string) => {
    const account = accounts.find(one => one.code === code);
    return account === undefined ? code : `${code} ${t.either(account.zh, account.en)}`;
  };
  const amount = (side: string) => ofLine(line => line.side === side && <Fen value={line.amount} />);
  const recorded = { title: t('journal.recordedAt'), width: 138, render: ofLine(line => formatInstant(line.recordedAt)) };
  const effective = { title: t('journal.effective'), width: 104, render: ofLine(line => formatDate(line.effective)) };
  return [
    {
      title: t('journal.sequence'),
      width: 70,
      align: 'right',
      render: ofLine(line => (
        <Button type="link" size="small" style={{ padding: 0, height: 'auto' }} aria-label={t('entry.open', { sequence: line.sequence })} onClick={() => onOpen(line.entryId)}>
          {line.sequence}
        </Button>
      )),
    },
    ...(order === 'effective' ? [effective, recorded] : [recorded, effective]),
    {
      title: t('entry.memo'),
      render: (_, row) => (row.line === null ? <b>{t(`statement.${row.key as 'opening'}`)}</b> : <Memo line={row.line} sequences={sequences} onOpen={onOpen} />),
    },
    { title: t('statement.counter'), width: 190, ellipsis: true, render: ofLine(line => line.counter.map(nameOf).join(t.either('、', ', '))) },
    { title: t('journal.debit'), width: 136, align: 'right', render: amount('debit') },
    { title: t('journal.credit'), width: 136, align: 'right', render: amount('credit') },
    {
      title: t('statement.balance'),
      width: 136,
      align: 'right',
      render: (_, row) => (row.line === null ? <b>{<Fen value={row.balance} />}</b> : <Fen value={row.line.balance} />),
    },
  ];
}

/** Every movement with the balance after it, between the balances the page starts from and ends with. */
export function StatementTable(props: Props) {
  const t = useT();
  const { statement, loading, onPage, onOpen } = props;
  const { page } = statement;
  return (
    <>
      <Table<StatementRow>
        className={styles['table'] ?? ''}
        size="small"
        rowKey="key"
        columns={columnsOf(t, props)}
        dataSource={rowsOf(statement)}
        loading={loading}
        scroll={{ x: 1060 }}
        rowClassName={row => (row.line === null ? (styles['standing'] ?? '') : (styles['line'] ?? ''))}
        onRow={row => (row.line === null ? {} : { onClick: () => onOpen(row.line.entryId) })}
        footer={page.total === 0 ? () => <span className="soft">{t('statement.empty')}</span> : undefined}
        pagination={false}
      />
      {page.total > 20 && (
        <Pagination
          className={styles['pages'] ?? ''}
          size="small"
          align="end"
          current={page.page}
          pageSize={page.pageSize}
          total={page.total}
          pageSizeOptions={pageSizes}
          showSizeChanger
          showTotal={count => t('shell.total', { count })}
          onChange={onPage}
        />
      )}
    </>
  );
}
