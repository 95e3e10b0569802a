import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { amendBatch, makeBatch } from '../../../api/payments';
import { useChannels, useOwnAccounts, usePayAccounts } from '../../../api/paymentQueries';
import type { Batch } from '../../../api/paymentTypes';
import { compareAmounts, formatMoney } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { usePayWrite } from '../usePayWrite';
import styles from './Build.module.css';
import { batchOf, controlOf, forgetDraft, type Draft } from './draft';
import { headFields, HeadForm } from './HeadForm';
import { directoryOf, notesOf } from './notes';
import { isBlank, totalsOf, type Row } from './rows';
import { RowTools } from './RowTools';
import { RowGrid } from './RowGrid';

interface Props {
  draft: Draft;
  batch: Batch | null;
  person: string;
  place: string;
  onChange: (next: Draft) => void;
  onClear: () => void;
  /** Null where it waits for approval first. */
  onMade: (id: string | null) => void;
}

/** Head, payments and totals of a batch; what is wrong is said while it is written, and the rest by the server. */
export function BatchForm({ draft, batch, person, place, onChange, onClear, onMade }: Props) {
  const t = useT();
  const leave = (made: string | null) => {
    forgetDraft(localStorage, person, place);
    onMade(made);
  };
  const write = usePayWrite(() => leave(null));
  const accounts = useOwnAccounts().data ?? [];
  const channel = (useChannels().data ?? []).find(one => one.code === draft.channel);
  const directory = usePayAccounts({ role: 'payee', active: true, pageSize: 500 }).data?.items;
  const account = accounts.find(one => one.id === draft.accountId);
  const known = useMemo(() => directoryOf(directory ?? []), [directory]);
  const permitted = account?.closedLoop === true ? account.purposes : null;
  const notes = useMemo(() => notesOf(draft.rows, { purpose: draft.purpose, directory: known, channel, permitted }), [draft.rows, draft.purpose, known, channel, permitted]);
  const totals = totalsOf(draft.rows);
  const control = controlOf(draft, totals);
  const [sent, setSent] = useState<readonly string[]>([]);
  const refused = new Map<string, string[]>();
  for (const finding of write.findings) {
    const key = sent[Number(/^items\.(\d+)/.exec(finding.path)?.[1] ?? -1)];
    if (key !== undefined) refused.set(key, [...(refused.get(key) ?? []), `${finding.message} ${finding.code}`]);
  }
  const others = write.findings.filter(finding => !/^items\.\d+/.test(finding.path));
  const flat = [...notes.values()].flat();
  const count = (tone: string) => flat.filter(note => note.tone === tone).length;
  const ready = draft.title.trim() !== '' && draft.accountId !== '' && draft.channel !== '' && draft.valueDate !== '' && draft.purpose.trim() !== '' && totals.count > 0 && count('red') === 0 && control.agrees;
  const setRows = (rows: readonly Row[]) => onChange({ ...draft, rows });
  const save = async () => {
    setSent(draft.rows.filter(row => !isBlank(row)).map(row => row.key));
    let id = '';
    const done = await write.run(
      async () => {
        const made = batch === null ? await makeBatch(batchOf(draft)) : await amendBatch(batch.id, batchOf(draft), batch.version);
        id = made.id;
        return made;
      },
      made => t('pay.build.saved', { code: made.code }),
    );
    if (done) leave(id);
  };
  return (
    <>
      <Panel title={t('pay.build.head')}>
        <OtherFindings findings={others} fields={headFields} />
        <HeadForm draft={draft} accounts={accounts} findings={others} onChange={change => onChange({ ...draft, ...change })} />
      </Panel>
      <div style={{ height: 12 }} />
      <Panel title={t('pay.build.items')} note={t('pay.build.items.note')} extra={<RowTools draft={draft} account={account} onRows={setRows} onClear={onClear} />}>
        <RowGrid rows={draft.rows} notes={notes} refused={refused} account={account} purpose={draft.purpose} channel={channel} onRows={setRows} />
      </Panel>
      <div className={styles['foot']}>
        <div className={styles['sums']} role="status">
          <span>
            {t('pay.batch.count')} <b>{totals.count}</b>
          </span>
          <span>
            {t('trial.total')} <b>{formatMoney(totals.total, 'yuan')}</b> {t('shell.unit.yuan')}
          </span>
          {control.total !== null && (
            <span className={compareAmounts(control.total, '0') === 0 ? undefined : styles['red']}>
              {compareAmounts(control.total, '0') === 0 ? t('pay.build.control.same') : t('pay.build.control.off', { amount: formatMoney(control.total, 'yuan') })}
            </span>
          )}
          {control.count !== null && control.count !== 0 && <span className={styles['red']}>{t('pay.build.count.off', { count: control.count })}</span>}
          {count('red') > 0 && <span className={styles['red']}>{t('pay.build.errors', { count: count('red') })}</span>}
          {count('amber') > 0 && <span className={styles['amber']}>{t('pay.build.warnings', { count: count('amber') })}</span>}
        </div>
        <Button type="primary" loading={write.busy} disabled={!ready} onClick={() => void save()}>
          {t('pay.build.save')}
        </Button>
      </div>
    </>
  );
}
