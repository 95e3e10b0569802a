import { Form, Modal } from 'antd';
import { useState } from 'react';
import { stateRight } from '../../../api/rights';
import type { RightProfile } from '../../../api/rightTypes';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import styles from '../Assets.module.css';
import { useRightWrite } from '../useRightWrite';
import { placesShown, StatementFields } from './StatementFields';
import { nothingStated, statementOf, unreadable } from './statementForm';

/** Further or other facts of a right: only what is filled in is stated, the newest statement counts. */
export function StatementDialog({ profile, onClose }: { profile: RightProfile; onClose: () => void }) {
  const t = useT();
  const write = useRightWrite(onClose);
  const [form, setForm] = useState(nothingStated);
  const statement = statementOf(form);
  const ready = unreadable(form).length === 0 && Object.keys(statement).some(name => name !== 'asOf');
  const save = async () => {
    const done = await write.run(() => stateRight(profile.right.id, statement), () => t('rightFacts.done'));
    if (done) onClose();
  };
  return (
    <Modal open width={720} title={t('right.act.statement')} okText={t('rightFacts.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t('rightFacts.note')}</p>
      <Form layout="vertical" className={styles['form'] ?? ''} style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={placesShown(profile.right.kind, form.owners.length)} />
        <StatementFields kind={profile.right.kind} form={form} findings={write.findings} onChange={change => setForm({ ...form, ...change })} />
      </Form>
    </Modal>
  );
}
