import { Button, Skeleton, Table } from 'antd';
import { matchLine } from '../../../api/payments';
import { useLineCandidates } from '../../../api/paymentQueries';
import type { Candidate, Line } from '../../../api/reconciliationTypes';
import { formatMoney } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import styles from '../Payments.module.css';
import { Two } from '../Two';
import { usePayWrite } from '../usePayWrite';
import { offBy } from './totals';

/** Payments and receipts a line may stand for, the likeliest first; only what is equal to the fen can be matched. */
export function Candidates({ line, may }: { line: Line; may: boolean }) {
  const t = useT();
  const write = usePayWrite();
  const candidates = useLineCandidates(line.id);
  const match = (candidate: Candidate) =>
    write.run(
      () => matchLine(line.id, candidate.kind, candidate.id, null),
      () => t('pay.match.done'),
    );
  const state = (candidate: Candidate) => (candidate.kind === 'receipt' ? t.code('payReceipt', candidate.state) : t.code('payState', candidate.state));
  return (
    <section aria-label={t('pay.bench.candidates')}>
      <h3 style={{ marginBottom: 6 }}>{t('pay.bench.candidates')}</h3>
      <OtherFindings findings={write.findings} fields={[]} />
      {candidates.isError && <Failure reason={candidates.error} onRetry={() => void candidates.refetch()} />}
      {candidates.isPending && <Skeleton active title={false} />}
      {candidates.data !== undefined && (
        <Table<Candidate>
          size="small"
          rowKey={one => `${one.kind} ${one.id}`}
          dataSource={candidates.data}
          pagination={false}
          scroll={{ x: 470, y: 320 }}
          locale={{ emptyText: <Nothing>{t('pay.bench.candidates.none')}</Nothing> }}
          columns={[
            { title: t('pay.bench.candidate'), render: (_, one) => <Two first={one.name} second={`${t.code('payMatch', one.kind)} ${one.title} · ${one.day} · ${state(one)}`} /> },
            { title: t('pay.amount.yuan'), width: 130, align: 'right', render: (_, one) => <Two first={<Fen value={one.amount} />} second={one.fits ? null : t('pay.bench.off', { amount: formatMoney(offBy(line.amount, one.amount), 'yuan') })} /> },
            {
              title: <span className="visually-hidden">{t('hold.actions')}</span>,
              width: 74,
              render: (_, one) =>
                may && one.fits ? (
                  <Button size="small" type="primary" loading={write.busy} onClick={() => void match(one)}>
                    {t('pay.match')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      <p className={styles['why']} style={{ marginTop: 6 }}>
        {t('pay.bench.candidates.note')}
      </p>
    </section>
  );
}
