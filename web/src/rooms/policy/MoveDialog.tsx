import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useOrganisations } from '../../api/peopleQueries';
import { type AidMove, aidVerbs, moveAid, policyKeys } from '../../api/policy';
import { firmPapersOf, shareWith } from '../../api/portal';
import type { AidRow } from '../../api/policyTypes';
import { DayField } from '../../shell/DayField';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { Field, OtherFindings } from '../ledger/FieldNotes';
import { Lacking } from '../lending/Lacking';
import { today } from '../today';

/** Kinds of organisation that take applications for aid. */
const offices = ['bureau', 'bank', 'state_platform'];

/** One move of an application: the day it counts from, a note, and what the move needs. */
export function MoveDialog({ row, state, onClose }: { row: AidRow; state: string; onClose: () => void }) {
  const t = useT();
  const write = useWriting([policyKeys, ['evidence'], ['approvals']], onClose);
  const [day, setDay] = useState(today());
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [amount, setAmount] = useState('');
  const [office, setOffice] = useState<string | null>(null);
  const organisations = useOrganisations({ pageSize: 200 });
  const handsIn = state === 'submitted' && row.byFirm && row.officeId === null;
  const told = ['refused', 'returned', 'withdrawn', 'clawback'].includes(state);
  const lacking = [handsIn && office === null && t('firmAid.office'), day === '' && t('aid.day'), state === 'publicised' && until === '' && t('aid.public'), state === 'clawback' && !/^\d+(\.\d{1,2})?$/.test(amount.trim()) && t('policy.amount'), told && note.trim() === '' && t('aid.reason')].filter(one => one !== false);
  // The office sees the application and the documents it rests on.
  const made = async (move: AidMove) => {
    const moved = await moveAid(row.id, aidVerbs[state] ?? state, move);
    const to = office ?? row.officeId;
    if (state === 'submitted' && row.byFirm && to !== null) {
      for (const paper of (await firmPapersOf('application', row.id)).rows) await shareWith('firm_paper', paper.id, to, 'read');
    }
    return moved;
  };
  const save = async () => {
    const move = { from: row.version, note: note.trim(), day, ...(state === 'publicised' ? { publicUntil: until } : {}), ...(state === 'clawback' ? { amount: amount.trim() } : {}), ...(handsIn && office !== null ? { office } : {}) };
    if (await write.run(() => made(move), () => t('aid.move.done'))) onClose();
  };
  return (
    <Modal open title={t.code('aidMove', state)} okText={t.code('aidMove', state)} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: lacking.length > 0 }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['day', 'note', 'publicUntil', 'amount', 'office']} />
        {handsIn && (
          <Field label={t('firmAid.office')} id="move-office" name="office" findings={write.findings} extra={t('firmAid.handIn.note')}>
            <Select id="move-office" placeholder={t('firmAid.office.choose')} value={office} onChange={setOffice} options={(organisations.data?.items ?? []).filter(one => offices.includes(one.kind)).map(one => ({ value: one.id, label: one.name }))} />
          </Field>
        )}
        <Field label={t('aid.day')} id="move-day" name="day" findings={write.findings}>
          <DayField id="move-day" value={day} max={today()} clearable={false} onChange={setDay} />
        </Field>
        {state === 'publicised' && (
          <Field label={t('aid.public')} id="move-until" name="publicUntil" findings={write.findings}>
            <DayField id="move-until" value={until} min={day} onChange={setUntil} />
          </Field>
        )}
        {state === 'clawback' && (
          <Field label={t('policy.amount')} id="move-amount" name="amount" findings={write.findings}>
            <Input id="move-amount" inputMode="decimal" value={amount} onChange={event => setAmount(event.target.value)} />
          </Field>
        )}
        <Field label={t(told ? 'aid.reason' : 'aid.note')} id="move-note" name="note" findings={write.findings}>
          <Input.TextArea id="move-note" rows={2} maxLength={500} value={note} onChange={event => setNote(event.target.value)} />
        </Field>
        <Lacking fields={lacking} />
      </Form>
    </Modal>
  );
}
