import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PreCheck, PreCheckRow } from '../../../api/lendingTypes';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { GroundTable } from './GroundTable';
import { outcomeTone } from './tones';

/** The numbers with what came of each; the reasons stand in the row, all grounds below it. */
export function PreCheckTable({ found }: { found: PreCheck }) {
  const t = useT();
  const [only, setOnly] = useState('');
  const rows = only === '' ? found.rows : found.rows.filter(row => row.outcome === only);
  return (
    <>
      <div className={styles['counts']}>
        <Button size="small" type={only === '' ? 'primary' : 'default'} onClick={() => setOnly('')}>
          {t('precheck.filter.all')} {found.rows.length}
        </Button>
        {found.counts.map(count => (
          <Button key={count.outcome} size="small" type={only === count.outcome ? 'primary' : 'default'} onClick={() => setOnly(count.outcome)}>
            {count.title} {count.count}
          </Button>
        ))}
      </div>
      <Table<PreCheckRow>
        className={styles['table'] ?? ''}
        size="small"
        rowKey={row => `${row.typed}|${found.rows.indexOf(row)}`}
        dataSource={rows}
        scroll={{ x: 760 }}
        pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        expandable={{ expandedRowRender: row => <GroundTable grounds={row.grounds} />, rowExpandable: row => row.grounds.length > 0 }}
        columns={[
          { title: t('precheck.number'), width: 190, render: (_, row) => <Two first={row.rightId === null ? <span translate="no">{row.typed}</span> : <Link translate="no" to={`/rights/${row.rightId}`}>{row.number}</Link>} second={row.number !== '' && row.typed !== row.number ? row.typed : null} /> },
          { title: t('precheck.right'), width: 220, render: (_, row) => <Two first={<span translate="no">{row.title}</span>} second={row.kindTitle} /> },
          { title: t('precheck.outcome'), width: 120, render: (_, row) => <StateMark tone={outcomeTone(row.outcome)}>{row.outcomeTitle}</StateMark> },
          { title: t('precheck.reasons'), render: (_, row) => <Reasons row={row} /> },
        ]}
      />
    </>
  );
}

/** The gravest reasons first; what only a person can verify is named by its code. */
function Reasons({ row }: { row: PreCheckRow }) {
  const t = useT();
  if (row.grounds.length === 0) return <>{row.reason}</>;
  const lying = row.grounds.filter(ground => ground.outcome === 'fails' || ground.outcome === 'curable' || ground.outcome === 'needs_declaration');
  const open = row.grounds.filter(ground => ground.outcome === 'unverified');
  if (lying.length + open.length === 0) return <span className="soft">{t('precheck.all.passes')}</span>;
  return (
    <>
      {lying.map(ground => (
        <span key={ground.code} className={styles['reason']}>
          <code>{ground.code}</code> {ground.fact}
        </span>
      ))}
      {open.length > 0 && (
        <span className={`${styles['reason']} soft`}>
          {t('shell.unknown')}: {open.map(ground => ground.code).join(' ')}
        </span>
      )}
    </>
  );
}
