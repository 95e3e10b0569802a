import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { confirmCondition, meetCondition } from '../../../api/approvals';
import type { ApprovalCondition, ApprovalView } from '../../../api/approvalTypes';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { useApprovalWrite } from '../useApprovalWrite';
import styles from './Case.module.css';

function MeetDialog({ id, condition, onClose }: { id: string; condition: ApprovalCondition; onClose: () => void }) {
  const t = useT();
  const write = useApprovalWrite(onClose);
  const [note, setNote] = useState(condition.met ?? '');
  const meet = async () => {
    if (await write.run(() => meetCondition(id, condition.no, note.trim()), () => t('approval.condition.told'))) onClose();
  };
  return (
    <Modal open title={t('approval.condition.meet')} okText={t('approval.condition.meet')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: note.trim() === '' }} onOk={() => void meet()} onCancel={onClose}>
      <p>{condition.text}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['note']} />
        <Field label={t('approval.condition.how')} id="condition-how" name="note" findings={write.findings}>
          <Input.TextArea id="condition-how" rows={3} maxLength={1000} autoFocus value={note} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

/** The conditions of the approval: whoever began it says how each is met, whoever set it agrees. */
export function ConditionsPanel({ view }: { view: ApprovalView }) {
  const t = useT();
  const write = useApprovalWrite();
  const mayDecide = useMay('approvals.case.decide');
  const [meeting, setMeeting] = useState<ApprovalCondition | null>(null);
  const waiting = view.row.state === 'conditional';
  const { id } = view.row;
  return (
    <Panel title={t('approval.conditions')}>
      <OtherFindings findings={write.findings} fields={[]} />
      <ol className={styles['list']}>
        {view.conditions.map(condition => (
          <li key={condition.no}>
            <span>
              {condition.confirmedBy !== null ? (
                <StateMark tone="green">{t('approval.condition.confirmed', { name: condition.confirmedBy })}</StateMark>
              ) : (
                <StateMark tone="amber">{t(condition.met === null ? 'approval.condition.open' : 'approval.condition.met')}</StateMark>
              )}{' '}
              {condition.text}
            </span>
            {condition.met !== null && <span className={styles['said']}>{condition.met}</span>}
            {waiting && condition.confirmedBy === null && (
              <span className={styles['buttons']}>
                {view.initiator && (
                  <Button size="small" onClick={() => setMeeting(condition)}>
                    {t('approval.condition.meet')}
                  </Button>
                )}
                {!view.initiator && mayDecide && condition.met !== null && (
                  <Button size="small" type="primary" disabled={write.busy} onClick={() => void write.run(() => confirmCondition(id, condition.no), () => t('approval.condition.agreed'))}>
                    {t('approval.condition.confirm')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
      {meeting !== null && <MeetDialog id={id} condition={meeting} onClose={() => setMeeting(null)} />}
    </Panel>
  );
}
