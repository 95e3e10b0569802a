import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Origin, OriginKind } from '../../../../api/types';
import { useT } from '../../../../words';
import { prefixes } from '../grid/marks';
import { readDate } from '../reading/readings';
import styles from './OriginDialog.module.css';

const kinds: readonly OriginKind[] = ['published', 'imported', 'entered', 'assumed', 'computed'];

interface Props {
  path: string;
  origin: Origin;
  isRecorded: (path: string) => boolean;
  onSave(origin: Origin): void;
  onClear(path: string): void;
  onClose(): void;
}

/** Records where a figure, its row or its whole part of the deal comes from. */
export function OriginDialog({ path, origin, isRecorded, onSave, onClear, onClose }: Props) {
  const t = useT();
  const [scope, setScope] = useState(path);
  const [kind, setKind] = useState<OriginKind>(origin.kind);
  const [source, setSource] = useState(origin.source ?? '');
  const [date, setDate] = useState(origin.date ?? '');
  const [note, setNote] = useState(origin.note ?? '');
  const day = readDate(date);
  const save = () => {
    if ('refused' in day) return;
    onSave({ path: scope, kind, source: source.trim() || null, date: day.text || null, note: note.trim() || null });
  };
  return (
    <Modal
      open
      title={t('terms.origin.title', { path })}
      onCancel={onClose}
      width={480}
      footer={[
        isRecorded(scope) && <Button key="clear" onClick={() => onClear(scope)}>{t('terms.origin.clear')}</Button>,
        <Button key="cancel" onClick={onClose}>{t('shell.cancel')}</Button>,
        <Button key="save" type="primary" disabled={'refused' in day} onClick={save}>{t('terms.origin.save')}</Button>,
      ]}
    >
      <div className={styles['form']}>
        <label htmlFor="origin-scope">{t('terms.origin.scope')}</label>
        <Select id="origin-scope" value={scope} onChange={setScope} options={prefixes(path).map((value) => ({ value, label: value }))} />
        <label htmlFor="origin-kind">{t('terms.origin.kind')}</label>
        <Select id="origin-kind" value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`origin.${value}`) }))} />
        <label htmlFor="origin-source">{t('terms.origin.source')}</label>
        <Input id="origin-source" value={source} maxLength={400} onChange={(event) => setSource(event.target.value)} />
        <label htmlFor="origin-date">{t('terms.origin.date')}</label>
        <div>
          <Input id="origin-date" value={date} status={'refused' in day ? 'error' : ''} placeholder="20260120" onChange={(event) => setDate(event.target.value)} />
          {'refused' in day && <div className={styles['refused']}>{t(`terms.refused.${day.refused}`)}</div>}
        </div>
        <label htmlFor="origin-note">{t('terms.origin.note')}</label>
        <Input.TextArea id="origin-note" rows={2} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      </div>
    </Modal>
  );
}
