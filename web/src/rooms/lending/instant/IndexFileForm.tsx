import { InboxOutlined } from '@ant-design/icons';
import { Button, Form, Grid, Input, Select, Table, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { type IndexColumns, type IndicesTaken, instantKeys, readIndexColumns, takeIndices } from '../../../api/instant';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import { fieldsOf, twiceOf } from '../loans/mappingColumns';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { indexFields, lackingOf, readingOf } from './indexColumns';

/** A file dropped, its columns beside what they are read as, and taking it in. */
export function IndexFileForm({ onTaken }: { onTaken: (taken: IndicesTaken) => void }) {
  const t = useT();
  const [file, setFile] = useState<File | null>(null);
  return (
    <div className={styles['panel']} style={{ marginBottom: 12 }}>
      <Upload.Dragger accept=".xlsx,.csv,.txt" maxCount={1} fileList={file === null ? [] : [{ uid: '1', name: file.name }]} onRemove={() => setFile(null)} beforeUpload={one => { setFile(one); return false; }}>
        <p><InboxOutlined /> {t('indices.drop')}</p>
        <p className="soft">{t('indices.drop.help')}</p>
      </Upload.Dragger>
      {file !== null && <Mapping key={`${file.name} ${file.size} ${file.lastModified}`} file={file} onTaken={onTaken} />}
    </div>
  );
}

function Mapping({ file, onTaken }: { file: File; onTaken: (taken: IndicesTaken) => void }) {
  const t = useT();
  const phone = Grid.useBreakpoint().md === false;
  const write = useWriting([instantKeys, ['evidence']]);
  const [read, setRead] = useState<IndexColumns | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const [edited, setEdited] = useState<Record<string, string>>({});
  const [given, setGiven] = useState({ day: '', model: '' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let here = true;
    setFault(null);
    readIndexColumns(file).then(
      columns => here && setRead(columns),
      (reason: unknown) => here && setFault(reason instanceof Error ? reason : new Error(String(reason))),
    );
    return () => {
      here = false;
    };
  }, [file, tries]);
  if (fault !== null) return <Failure reason={fault} onRetry={() => setTries(tries + 1)} />;
  if (read === null) return <PageSkeleton rows={5} />;
  const fields = fieldsOf(read.columns, edited);
  const lacking = lackingOf(fields, given);
  const twice = twiceOf(fields);
  const named = (of: readonly string[]) => of.map(field => t.code('indexField', field)).join('、');
  const take = async () => {
    let made: IndicesTaken | null = null;
    const done = await write.run(
      () => takeIndices(file, readingOf(fields, given)),
      answer => {
        made = answer;
        return t('indices.took', { taken: answer.taken, repeated: answer.repeated, refused: answer.refused });
      },
    );
    if (done && made !== null) onTaken(made);
  };
  return (
    <div style={{ marginTop: 14 }}>
      <Panel title={t('indices.columns')} note={<span role="status">{t('loanImport.titles.line', { line: read.line })} {lacking.length > 0 ? <StateMark tone="amber">{t('indices.missing', { fields: named(lacking) })}</StateMark> : <StateMark tone="green">{t('indices.complete')}</StateMark>} {twice.length > 0 && <StateMark tone="amber">{t('loanImport.twice', { fields: named(twice) })}</StateMark>}</span>}>
        <Table
          size="small"
          rowKey="title"
          pagination={false}
          {...(phone ? {} : { scroll: { x: 640 } })}
          dataSource={[...read.columns]}
          columns={[
            { title: t('loanImport.column'), ...(phone ? {} : { width: 200 }), render: (_, column) => <Two first={<span translate="no">{column.title}</span>} second={phone ? <span translate="no">{column.samples[0]}</span> : null} /> },
            {
              title: t('loanImport.field'),
              width: phone ? 168 : 220,
              render: (_, column) => (
                <Select
                  style={{ width: '100%' }}
                  aria-label={t('loanImport.field.of', { column: column.title })}
                  value={fields[column.title] ?? ''}
                  options={[{ value: '', label: t('loanImport.field.none') }, ...indexFields.map(value => ({ value, label: t.code('indexField', value) }))]}
                  onChange={value => setEdited({ ...edited, [column.title]: value })}
                />
              ),
            },
            { title: t('loanImport.samples'), hidden: phone, render: (_, column) => <span className="soft" translate="no">{column.samples.join(' · ')}</span> },
          ]}
        />
      </Panel>
      <Form layout="vertical" style={{ marginTop: 14 }}>
        <OtherFindings findings={write.findings} fields={['day', 'model']} />
        <div className={styles['thirds']}>
          <Field label={t('indices.day')} id="indices-day" name="day" findings={write.findings} extra={t('indices.day.help')}>
            <DayField id="indices-day" value={given.day} max={today()} onChange={day => setGiven({ ...given, day })} />
          </Field>
          <Field label={t('indices.model')} id="indices-model" name="model" findings={write.findings} extra={t('indices.model.help')}>
            <Input id="indices-model" maxLength={80} value={given.model} onChange={event => setGiven({ ...given, model: event.target.value })} />
          </Field>
        </div>
        <Button type="primary" disabled={lacking.length > 0 || twice.length > 0} loading={write.busy} onClick={() => void take()}>{t('indices.take')}</Button>
      </Form>
    </div>
  );
}
