import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { loanKeys } from '../../../api/loans';
import { measurePromise, type PromiseView } from '../../../api/promises';
import { hex } from '../../../proof/bytes';
import { sha256 } from '../../../proof/sha256';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { Lacking } from '../Lacking';
import styles from '../Lending.module.css';
import { figureText, misses } from './figures';

/** A figure with its source, day and file; what was measured before is corrected by a further one. */
export function MeasureDialog({ row, onClose }: { row: PromiseView; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const corrects = row.measures[0]?.n;
  const [given, setGiven] = useState({ figure: '', source: '', on: today(), file: '', sha256: '', reason: '', assigned: '' });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const missed = misses(row.direction, row.target, given.figure);
  const save = async () => {
    const order = { ...given, figure: given.figure.replaceAll(',', '').trim(), ...(corrects === undefined ? {} : { corrects }) };
    if (await write.run(() => measurePromise(row.loanId, row.n, order), () => t('promise.kept'))) onClose();
  };
  return (
    <Modal open title={`${corrects === undefined ? t('promise.measure') : t('promise.corrects', { n: corrects })} · ${row.title}`} okText={t(corrects === undefined ? 'promise.measure' : 'promise.correct')} okButtonProps={{ disabled: given.figure.trim() === '' || given.sha256 === '' }} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <p style={{ marginBottom: 12 }}>{t('form.of', { name: t('promise.target'), text: row.directionTitle })} <strong>{figureText(row.unit, row.unitTitle, row.target)}</strong><br /><span className="soft">{t('form.of', { name: t('promise.missed'), text: row.missedTitle })}</span></p>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['figure', 'source', 'on', 'sha256', 'reason', 'assigned']} />
        <div className={styles['grid']}>
          <Field label={row.unit === 'count' ? t('promise.figure.plain') : t('promise.figure', { unit: row.unitTitle })} id="measure-figure" name="figure" findings={write.findings}>
            <Input id="measure-figure" inputMode="decimal" value={given.figure} onChange={event => set({ figure: event.target.value })} />
          </Field>
          <Field label={t('promise.on')} id="measure-on" name="on" findings={write.findings}>
            <DayField id="measure-on" value={given.on} min={row.promisedOn} max={today()} clearable={false} onChange={on => set({ on })} />
          </Field>
          <div className={styles['wide']}>
            <Field label={t('promise.source')} id="measure-source" name="source" findings={write.findings}>
              <Input id="measure-source" translate="no" placeholder={t('promise.source.hint')} value={given.source} onChange={event => set({ source: event.target.value })} />
            </Field>
          </div>
          <div className={styles['wide']}>
            <Field label={t('promise.file')} id="measure-file" name="sha256" findings={write.findings}>
              <Upload
                id="measure-file"
                showUploadList={false}
                beforeUpload={async file => {
                  set({ sha256: hex(sha256(new Uint8Array(await file.arrayBuffer()))), file: file.name });
                  return false;
                }}
              >
                <Button size="small" icon={<UploadOutlined />}>{t('promise.file.choose')}</Button>
              </Upload>
              {given.sha256 !== '' && <p><span translate="no">{given.file}</span> <code translate="no">sha256:{given.sha256.slice(0, 12)}</code></p>}
            </Field>
          </div>
          {missed && (
            <div className={styles['wide']}>
              <Field label={t('promise.reason')} id="measure-reason" name="reason" findings={write.findings}>
                <Input.TextArea id="measure-reason" translate="no" rows={2} value={given.reason} onChange={event => set({ reason: event.target.value })} />
              </Field>
              {row.missed === 'task' && (
                <Field label={t('promise.assigned')} id="measure-assigned" name="assigned" findings={write.findings}>
                  <Input id="measure-assigned" translate="no" placeholder={t('promise.assigned.hint')} value={given.assigned} onChange={event => set({ assigned: event.target.value })} />
                </Field>
              )}
            </div>
          )}
        </div>
        <Lacking fields={[given.figure.trim() === '' && t('promise.figure.plain'), given.sha256 === '' && t('promise.file')]} />
      </Form>
    </Modal>
  );
}
