import { Select, Table } from 'antd';
import { useState } from 'react';
import type { Instalment, Schedule } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { useT } from '../../../words';
import styles from '../Lending.module.css';

/** Instalments of one layout. */
export function InstalmentTable({ rows }: { rows: readonly Instalment[] }) {
  const t = useT();
  return (
    <Table<Instalment>
      className={styles['table']}
      size="small"
      rowKey="n"
      dataSource={[...rows]}
      pagination={rows.length > 60 ? { pageSize: 60 } : false}
      scroll={{ x: 620 }}
      locale={{ emptyText: t('loan.schedule.empty') }}
      columns={[
        { title: t('loan.n'), dataIndex: 'n', width: 56 },
        { title: t('loan.dueOn'), width: 120, render: (_, row) => formatDate(row.dueOn) },
        { title: t('loan.days'), dataIndex: 'days', width: 64, align: 'right' },
        { title: t('loan.part.interest'), align: 'right', render: (_, row) => <Fen value={row.interest} /> },
        { title: t('loan.part.principal'), align: 'right', render: (_, row) => <Fen value={row.principal} /> },
        { title: t('loan.part.due'), align: 'right', render: (_, row) => <Fen value={row.due} /> },
        { title: t('loan.part.balance'), align: 'right', render: (_, row) => <Fen value={row.balance} /> },
      ]}
    />
  );
}

/** Every layout there ever was, the one in force first. */
export function ScheduleTab({ schedules }: { schedules: readonly Schedule[] }) {
  const t = useT();
  const last = schedules.at(-1);
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = schedules.find(one => one.number === (chosen ?? last?.number)) ?? last;
  return (
    <div className={styles['stack']}>
      <Select
        aria-label={t('loan.schedule.version')}
        style={{ maxWidth: 360 }}
        value={shown?.number}
        onChange={setChosen}
        options={[...schedules].reverse().map(one => ({ value: one.number, label: t('loan.schedule.of', { n: one.number, day: formatDate(one.effective), cause: t.code('scheduleCause', one.cause) }) }))}
      />
      <InstalmentTable rows={shown?.instalments ?? []} />
    </div>
  );
}
