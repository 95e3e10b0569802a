import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { decideApplication, moveApplication } from '../../../api/origination';
import { lendingKeys } from '../../../api/lendingQueries';
import type { ApplicationDetail } from '../../../api/originationTypes';
import { parseMoney } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';

interface Props {
  detail: ApplicationDetail;
  act: string;
  /** The version that stands, after what was typed is kept. */
  version: () => Promise<number | null>;
  onClose: () => void;
}

const lines = (text: string) => text.split('\n').map(line => line.trim()).filter(line => line !== '');
const reviews = ['assess', 'return'];

/** A step with what it asks for: a note, papers, or the resolution. */
export function StepDialog({ detail, act, version, onClose }: Props) {
  const t = useT();
  const write = useWriting([lendingKeys, ['approvals']], onClose);
  const last = detail.assessments[0];
  const [note, setNote] = useState('');
  const [items, setItems] = useState('');
  const [outcome, setOutcome] = useState<'approved' | 'conditions' | 'refused'>(last?.outcome === 'decline' ? 'refused' : 'approved');
  const [amount, setAmount] = useState(last?.limit !== null && last?.limit !== undefined && Number(last.limit) < Number(detail.row.amount) ? last.limit : (detail.row.amount ?? ''));
  const [expires, setExpires] = useState('');
  const run = async () => {
    const at = await version();
    if (at === null) return onClose();
    const order = { outcome, baseVersion: at, note, ...(outcome === 'refused' ? { reasons: lines(items) } : { amount: parseMoney(amount) ?? amount, ...(expires === '' ? {} : { expiresOn: expires }), ...(outcome === 'conditions' ? { conditions: lines(items) } : {}) }) };
    const done = await write.run(() => (act === 'decide' ? decideApplication(detail.row.id, order) : moveApplication(detail.row.id, reviews.includes(act) ? 'review' : 'steps', { act, baseVersion: at, note, ...(act === 'return' ? { items: lines(items) } : {}) })), () => t('application.done'));
    if (done) onClose();
  };
  const decide = act === 'decide';
  return (
    <Modal open title={t.code('act', act)} okText={decide ? t('resolution.submit') : t.code('act', act)} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void run()} onCancel={onClose} destroyOnHidden>
      <OtherFindings findings={write.findings} fields={[]} />
      <Form layout="vertical">
        {decide && (
          <>
            <Form.Item label={t('resolution.outcome')} htmlFor="step-outcome"><Select id="step-outcome" value={outcome} onChange={setOutcome} options={(['approved', 'conditions', 'refused'] as const).map(one => ({ value: one, label: t(`applicationOutcome.${one}`) }))} /></Form.Item>
            {outcome !== 'refused' && <Form.Item label={t('resolution.amount')} htmlFor="step-amount"><Input id="step-amount" inputMode="decimal" value={amount} onChange={event => setAmount(event.target.value)} /></Form.Item>}
            {outcome !== 'refused' && <Form.Item label={t('resolution.expires')} htmlFor="step-expires"><DayField id="step-expires" value={expires} onChange={setExpires} /></Form.Item>}
          </>
        )}
        {(act === 'return' || (decide && outcome !== 'approved')) && <Form.Item label={act === 'return' ? t('application.items') : outcome === 'refused' ? t('resolution.reasons') : t('resolution.conditions')} htmlFor="step-items"><Input.TextArea id="step-items" rows={4} value={items} onChange={event => setItems(event.target.value)} /></Form.Item>}
        {act !== 'assess' && <Form.Item label={decide ? t('resolution.why') : t('application.note')} htmlFor="step-note"><Input.TextArea id="step-note" rows={3} value={note} onChange={event => setNote(event.target.value)} /></Form.Item>}
      </Form>
    </Modal>
  );
}
