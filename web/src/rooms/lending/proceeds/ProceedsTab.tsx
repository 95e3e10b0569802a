import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useProceeds, type ProceedsRow, type ProofView } from '../../../api/proceeds';
import { exactYuan, formatDate, isZero } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import { CheckDay } from '../checks/CheckDay';
import styles from '../Lending.module.css';
import { payoutTones } from '../loans/loanTones';
import { MisuseDialog } from './MisuseDialog';
import { ProofDialog } from './ProofDialog';
import { TakeBackDialog } from './TakeBackDialog';

/** What each payment of a loan was for: paid, proved, not proved. */
export function ProceedsTab({ id }: { id: string }) {
  const t = useT();
  const may = { keep: useMay('lending.proof.keep'), misuse: useMay('lending.proceeds.misuse'), back: useMay('lending.proof.withdraw') };
  const found = useProceeds(id);
  const [proving, setProving] = useState<ProceedsRow | null>(null);
  const [blaming, setBlaming] = useState<ProceedsRow | null>(null);
  const [back, setBack] = useState<{ row: ProceedsRow; proof: ProofView } | null>(null);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <PageSkeleton rows={5} />;
  const view = found.data;
  const share = view.ownShare == null ? null : `${(Number(view.ownShare) * 100).toFixed(2)} %`;
  return (
    <>
      <Figures
        figures={[
          { label: t('proceeds.paid'), value: <Fen value={view.paid} />, note: <span translate="no">{t('proceeds.uses', { uses: view.uses.length === 0 ? t('proceeds.uses.contract') : view.uses.join(t('form.and')) })}</span> },
          { label: t('proceeds.proved'), value: <Fen value={view.proved} /> },
          { label: t('proceeds.unproved'), value: <Fen value={view.unproved} /> },
          { label: t('proceeds.own'), value: <Fen value={view.ownPaid} />, note: share === null ? null : t('proceeds.own.share', { share }) },
          { label: t('proceeds.misused'), value: <span className={view.misused === '0.00' ? undefined : styles['late']}><Fen value={view.misused} /></span> },
        ]}
      />
      <Table<ProceedsRow>
        className={styles['table'] ?? ''}
        size="small"
        rowKey="n"
        dataSource={view.rows}
        pagination={view.rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 1020 }}
        locale={{ emptyText: <Nothing>{t('proceeds.empty')}</Nothing> }}
        expandable={{ expandedRowRender: row => <Proofs row={row} mayTakeBack={may.back} onTakeBack={proof => setBack({ row, proof })} /> }}
        columns={[
          { title: t('loan.payee'), width: 180, render: (_, row) => <Two first={<span translate="no">{row.payee}</span>} second={row.own ? <span className={styles['soon']}>{t('proceeds.own.mark')}</span> : null} /> },
          { title: t('loan.contract'), width: 150, render: (_, row) => <Two first={<span translate="no">{row.contractNo}</span>} second={<span translate="no">{row.purpose}</span>} /> },
          { title: t('loan.state'), width: 110, render: (_, row) => <Two first={<StateMark tone={payoutTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark>} second={row.paidOn == null ? null : formatDate(row.paidOn)} /> },
          { title: t('proceeds.paid'), width: 130, align: 'right', render: (_, row) => <Fen value={row.paid} /> },
          { title: t('proceeds.proved'), width: 130, align: 'right', render: (_, row) => <Fen value={row.proved} /> },
          { title: t('proceeds.unproved'), width: 130, align: 'right', render: (_, row) => <Fen value={row.unproved} /> },
          { title: t('proceeds.due'), width: 120, render: (_, row) => (row.dueOn == null ? '—' : <CheckDay day={row.dueOn} urgency={row.urgency} />) },
          {
            title: '',
            width: 210,
            render: (_, row) =>
              row.state !== 'paid' ? null : (
                <>
                  {may.keep && <Button size="small" onClick={() => setProving(row)}>{t('proceeds.proof.add')}</Button>} {may.misuse && <Button size="small" danger onClick={() => setBlaming(row)}>{t('proceeds.misuse')}</Button>}
                </>
              ),
          },
        ]}
      />
      {proving !== null && <ProofDialog id={id} row={proving} kinds={view.kinds} onClose={() => setProving(null)} />}
      {blaming !== null && <MisuseDialog id={id} row={blaming} onClose={() => setBlaming(null)} />}
      {back !== null && <TakeBackDialog id={id} row={back.row} proof={back.proof} onClose={() => setBack(null)} />}
    </>
  );
}

function Proofs({ row, mayTakeBack, onTakeBack }: { row: ProceedsRow; mayTakeBack: boolean; onTakeBack: (proof: ProofView) => void }) {
  const t = useT();
  return (
    <>
      {row.misuses.filter(one => one.open).map(one => (
        <p key={one.id} className={styles['late']}>
          <Link to="/loans/breaches">{t('proceeds.misuse.open', { amount: exactYuan(one.short), day: formatDate(one.dueOn) })}</Link>
        </p>
      ))}
      {row.proofs.length === 0 && <span className="soft">{t('proceeds.proof.none')}</span>}
      {row.proofs.map(proof => (
        <div key={proof.n} className={styles['stepHead']}>
          <span>{proof.kindTitle}</span>
          <span translate="no">{proof.number}</span>
          <span>{formatDate(proof.on)}</span>
          {!isZero(proof.amount) && <Fen value={proof.amount} />}
          <span translate="no">{proof.file}</span>
          <code translate="no">sha256:{proof.sha256.slice(0, 12)}</code>
          {!proof.counts && <span className="soft">{t('proceeds.proof.beside')}</span>}
          {proof.elsewhere.length > 0 && <span className={styles['soon']}>{t('proceeds.proof.elsewhere', { where: proof.elsewhere.join('、') })}</span>}
          {proof.takenBack == null ? mayTakeBack && <Button size="small" type="text" onClick={() => onTakeBack(proof)}>{t('proceeds.proof.back')}</Button> : <span className="soft">{t('proceeds.proof.taken', { who: proof.takenBackBy ?? '', why: proof.takenBack })}</span>}
        </div>
      ))}
    </>
  );
}
