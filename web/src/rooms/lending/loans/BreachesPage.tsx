import { Button, Checkbox, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { checkCovenants, loanKeys, resolveBreach, useBreaches } from '../../../api/loans';
import type { BreachView } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import styles from '../Lending.module.css';

const rest = { open: '', page: 1, pageSize: 20 };
const outcomes = ['topped_up', 'replaced', 'prepaid', 'restored', 'remedied', 'waived'];

/** Breaches of security: who has to put right what by when, and settling one. */
export default function BreachesPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const may = { settle: useMay('lending.breach.resolve'), check: useMay('lending.covenant.check') };
  const found = useBreaches(address);
  const write = useWriting([loanKeys]);
  const [settling, setSettling] = useState<BreachView | null>(null);
  const check = () => write.run(checkCovenants, answer => t('breach.checked', { facilities: answer.facilities, opened: answer.opened }));
  return (
    <>
      <PageHead title={t('breach.title')} actions={may.check ? <Button loading={write.busy} onClick={() => void check()}>{t('breach.check')}</Button> : null} />
      <div className={styles['filters']}>
        <Checkbox checked={address.open === 'true'} onChange={event => change({ open: event.target.checked ? 'true' : '', page: 1 })}>{t('breach.only')}</Checkbox>
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={6} />}
      {found.data !== undefined && !found.isError && (
        <Table<BreachView>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: <Nothing>{t('breach.empty')}</Nothing> }}
          scroll={{ x: 1260 }}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('breach.what'), width: 210, render: (_, one) => <Two first={one.kindTitle} second={<LostRights breach={one} />} /> },
            { title: t('breach.line'), width: 220, render: (_, one) => <Two first={<Link translate="no" to={`/facilities/${one.facilityId}`}>{one.facilityNumber}</Link>} second={<span translate="no">{one.borrower}</span>} /> },
            { title: t('breach.state'), width: 130, render: (_, one) => <StateMark tone={one.open ? (one.late ? 'red' : 'amber') : 'green'}>{one.open ? t(one.late ? 'breach.state.late' : 'breach.state.open') : one.outcomeTitle}</StateMark> },
            { title: t('breach.dueOn'), width: 120, render: (_, one) => <span className={one.late ? styles['late'] : undefined}>{formatDate(one.dueOn)}</span> },
            { title: t('breach.assigned'), width: 120, render: (_, one) => <span translate="no">{one.assigned}</span> },
            { title: t('breach.short'), width: 140, align: 'right', render: (_, one) => <Fen value={one.short} /> },
            { title: t('breach.exposure'), width: 150, align: 'right', render: (_, one) => <Two first={<Fen value={one.exposure} />} second={one.value == null ? null : <Fen value={one.value} />} /> },
            { title: t('registration.note'), width: 180, render: (_, one) => (one.note === '' ? '—' : one.note) },
            { title: '', width: 90, render: (_, one) => (one.open && may.settle ? <Button size="small" onClick={() => setSettling(one)}>{t('breach.settle')}</Button> : null) },
          ]}
        />
      )}
      {settling !== null && <SettleDialog breach={settling} onClose={() => setSettling(null)} />}
    </>
  );
}

/** The first few; the line's own page has all of them. */
function LostRights({ breach }: { breach: BreachView }) {
  const t = useT();
  const lost = Array.isArray(breach.facts) ? (breach.facts as { number?: string; what?: string; loan?: string }[]) : [];
  const named = lost.map(one => one.number ?? [one.loan, one.what].filter(Boolean).join(' · '));
  return named.length === 0 ? null : <span title={named.join('、')}><span translate="no">{named.slice(0, 3).join('、')}</span>{named.length > 3 && ` ${t('breach.more', { count: named.length })}`}</span>;
}

/** Made good, or waived with its reason; a second person decides. */
export function SettleDialog({ breach, onClose }: { breach: BreachView; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [given, setGiven] = useState({ outcome: 'topped_up', note: '' });
  const save = async () => {
    if (await write.run(() => resolveBreach(breach.id, { ...given, baseVersion: breach.version }), () => t('breach.settled'))) onClose();
  };
  return (
    <Modal open title={`${breach.kindTitle} · ${breach.facilityNumber}`} okText={t('breach.settle')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: given.note.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['outcome', 'note']} />
        <p>{t('breach.short')} <Fen value={breach.short} /> · {t('breach.due', { day: formatDate(breach.dueOn) })} · {t('breach.assigned')} <span translate="no">{breach.assigned}</span></p>
        <Field label={t('breach.outcome')} id="settle-outcome" name="outcome" findings={write.findings}>
          <Select id="settle-outcome" value={given.outcome} onChange={outcome => setGiven(before => ({ ...before, outcome }))} options={outcomes.map(one => ({ value: one, label: t.code('breachOutcome', one) }))} />
        </Field>
        <Field label={t('breach.note')} id="settle-note" name="note" findings={write.findings}>
          <Input.TextArea id="settle-note" autoSize={{ minRows: 2, maxRows: 6 }} value={given.note} onChange={event => setGiven(before => ({ ...before, note: event.target.value }))} />
        </Field>
      </Form>
    </Modal>
  );
}
