import { Alert, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { takeStep } from '../../../api/lending';
import { lendingKeys } from '../../../api/lendingQueries';
import type { PledgeDetail } from '../../../api/lendingTypes';
import { difference, formatMoney, sum } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { coverageOf } from './coverage';

/** Rights of one registration that are to go: what they free, what stays. */
export function ReleaseDialog({ detail, onClose }: { detail: PledgeDetail; onClose: () => void }) {
  const t = useT();
  const write = useWriting([lendingKeys, ['evidence'], ['rights']], onClose);
  const held = detail.items.filter(item => item.state === 'held');
  const standing = detail.registrations.filter(row => row.state === 'registered' && held.some(item => item.registrationId === row.id));
  const [registration, setRegistration] = useState(standing[0]?.id ?? '');
  const [rights, setRights] = useState<string[]>([]);
  const [on, setOn] = useState(today());
  const [note, setNote] = useState('');
  const going = held.filter(item => item.registrationId === registration && rights.includes(item.rightId));
  const freed = sum(going.map(item => item.allocated));
  const worth = going.some(item => item.value === null) || detail.value === null ? null : difference(detail.value, sum(going.map(item => item.value)));
  const left = difference(detail.row.secured, freed);
  const row = standing.find(one => one.id === registration);
  const save = async () => {
    const done = await write.run(
      () => takeStep(registration, 'cancellation', { act: 'request_cancel', on, note: note.trim() === '' ? null : note.trim(), rights, baseVersion: row?.version ?? null }),
      next => t('registration.step.done', { state: next.row.stateTitle }),
    );
    if (done) onClose();
  };
  return (
    <Modal open width={680} title={t('release.title')} okText={t('release.title')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: rights.length === 0 || registration === '' }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft" style={{ marginBottom: 12 }}>{t('release.note')}</p>
      {standing.length === 0 && <Alert type="info" showIcon message={t('release.none')} />}
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['on', 'note', 'rights']} />
        <div className={styles['grid']}>
          <Field label={t('registration.registry')} id="release-registration" name="registration" findings={write.findings}>
            <Select id="release-registration" value={registration} onChange={chosen => (setRegistration(chosen), setRights([]))} options={standing.map(one => ({ value: one.id, label: `${one.registryTitle} ${one.registrationNo}` }))} />
          </Field>
          <Field label={t('registration.on')} id="release-on" name="on" findings={write.findings}>
            <DayField id="release-on" value={on} max={today()} clearable={false} onChange={setOn} />
          </Field>
          <div className={styles['wide']}>
            <Field label={t('registration.release')} id="release-rights" name="rights" findings={write.findings}>
              <Select id="release-rights" mode="multiple" maxTagCount={6} value={rights} onChange={setRights} optionFilterProp="label" options={held.filter(item => item.registrationId === registration).map(item => ({ value: item.rightId, label: `${item.number} ${item.title}` }))} />
            </Field>
          </div>
          <div className={styles['wide']}>
            <Field label={t('registration.note')} id="release-note" name="note" findings={write.findings}>
              <Input.TextArea id="release-note" autoSize={{ minRows: 1, maxRows: 4 }} value={note} onChange={event => setNote(event.target.value)} />
            </Field>
          </div>
        </div>
        {going.length > 0 && (
          <dl className={styles['facts']}>
            <dt>{t('release.freed')}</dt>
            <dd>{formatMoney(freed, 'yuan')}</dd>
            <dt>{t('release.left')}</dt>
            <dd>{formatMoney(left, 'yuan')}</dd>
            <dt>{t('replace.after')}</dt>
            <dd>{coverageOf(worth, left) ?? t('shell.unknown')}</dd>
          </dl>
        )}
      </Form>
    </Modal>
  );
}
