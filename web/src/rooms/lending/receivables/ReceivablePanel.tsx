import { FileProtectOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useReceivable, type ReceivableDetail, type ReceivableDueView } from '../../../api/receivables';
import { formatDate, isZero } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { PaperDialog } from './PaperDialog';
import { UseDialog } from './UseDialog';

const tones: Record<string, Tone> = { entered: 'amber', notified: 'blue', confirmed: 'green', expected: 'blue', received: 'green', disputed: 'red', done: 'green', ordered: 'blue', paid: 'green', returned: 'grey' };

/** One licence contract: what is due and came in, the papers of the debtor, and where the money went. */
export function ReceivablePanel({ id }: { id: string }) {
  const t = useT();
  const found = useReceivable(id);
  const may = { paper: useMay('lending.receivable.paper'), apply: useMay('lending.receivable.apply'), release: useMay('lending.receivable.release') };
  const [paper, setPaper] = useState(false);
  const [using, setUsing] = useState<{ due: ReceivableDueView; kind: 'apply' | 'release' } | null>(null);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <PageSkeleton rows={5} />;
  const { row, dues, papers, uses } = found.data;
  return (
    <section className={styles['panel']}>
      <h2>
        <span translate="no">{row.contractNo}</span> {row.title} <StateMark tone={tones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark>
      </h2>
      <p className="soft" style={{ marginBottom: 10 }}>
        <span translate="no">
          {row.debtor} → {row.licensor}
        </span>{' '}
        · {t('receivable.account')} <span translate="no">{row.account}</span>
      </p>
      <Figures
        figures={[
          { label: t('receivable.total'), value: <Fen value={row.total} /> },
          { label: t('receivable.received'), value: <Fen value={row.received} />, note: <>{t('receivable.expected')} <Fen value={row.expected} /></> },
          { label: t('receivable.applied'), value: <Fen value={row.applied} /> },
          { label: t('receivable.released'), value: <Fen value={row.released} /> },
          { label: t('receivable.held'), value: <Fen value={row.held} /> },
          { label: t('receivable.late'), value: isZero(row.late) ? '—' : <span className={styles['late']}><Fen value={row.late} /></span> },
        ]}
      />
      <Table<ReceivableDueView>
        className={styles['table'] ?? ''}
        size="small"
        rowKey="n"
        dataSource={[...dues]}
        pagination={false}
        scroll={{ x: 760 }}
        columns={[
          { title: t('receivable.dueOn'), width: 150, render: (_, due) => <Two first={<span className={due.daysLate > 0 ? styles['late'] : undefined}>{formatDate(due.dueOn)}</span>} second={due.daysLate > 0 ? t('receivable.daysLate', { days: due.daysLate }) : null} /> },
          { title: t('receivable.amount'), width: 140, align: 'right', render: (_, due) => <Fen value={due.amount} /> },
          { title: t('receivable.state'), width: 150, render: (_, due) => <StateMark tone={due.daysLate > 0 ? 'red' : tones[due.state] ?? 'grey'}>{due.stateTitle}</StateMark> },
          { title: t('receivable.receivedOn'), width: 130, render: (_, due) => (due.receivedOn === null ? '—' : formatDate(due.receivedOn)) },
          { title: t('receivable.held'), width: 140, align: 'right', render: (_, due) => (due.state === 'expected' ? '—' : <Fen value={due.held} />) },
          {
            title: '',
            render: (_, due) =>
              due.state === 'received' && !isZero(due.held) ? (
                <>
                  {may.apply && <Button size="small" onClick={() => setUsing({ due, kind: 'apply' })}>{t('receivable.apply')}</Button>} {may.release && <Button size="small" onClick={() => setUsing({ due, kind: 'release' })}>{t('receivable.release')}</Button>}
                </>
              ) : null,
          },
        ]}
      />
      {papers.length > 0 && <Papers papers={papers} />}
      {uses.length > 0 && <Uses uses={uses} />}
      <p style={{ margin: '10px 0 0' }}>
        {may.paper && <Button size="small" onClick={() => setPaper(true)}>{t('receivable.paper')}</Button>}{' '}
        <Link to={`/evidence?kind=receivable&subject=${row.id}`}>
          <Button size="small" icon={<FileProtectOutlined />}>{t('registration.evidence')}</Button>
        </Link>
      </p>
      {paper && <PaperDialog row={row} onClose={() => setPaper(false)} />}
      {using !== null && <UseDialog detail={found.data} due={using.due} kind={using.kind} onClose={() => setUsing(null)} />}
    </section>
  );
}

function Papers({ papers }: { papers: ReceivableDetail['papers'] }) {
  const t = useT();
  return (
    <ul className={styles['plain']}>
      {papers.map(one => (
        <li key={one.n}>
          {formatDate(one.on)} {one.kindTitle} <span translate="no">{one.document}</span>
          {one.amount !== null && one.amount !== undefined && (
            <>
              {' '}
              <Fen value={one.amount} />
            </>
          )}{' '}
          <span className="soft" translate="no">
            {one.person} · {t('receivable.hash')} {one.sha256.slice(0, 12)}…
          </span>
        </li>
      ))}
    </ul>
  );
}

function Uses({ uses }: { uses: ReceivableDetail['uses'] }) {
  const t = useT();
  return (
    <ul className={styles['plain']}>
      {uses.map(one => (
        <li key={one.n}>
          {formatDate(one.on)} {one.kindTitle} <Fen value={one.amount} /> · {t('receivable.ofDue', { n: one.due })} ·{' '}
          {one.loanId === null || one.loanId === undefined ? <span translate="no">{one.reference}</span> : <Link translate="no" style={{ textDecoration: 'underline' }} to={`/loans/${one.loanId}`}>{one.loanNumber}</Link>} <StateMark tone={tones[one.state] ?? 'grey'}>{one.stateTitle}</StateMark>
        </li>
      ))}
    </ul>
  );
}
