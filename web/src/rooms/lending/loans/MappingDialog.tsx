import { Form, Input, Modal, Select, Table } from 'antd';
import { useEffect, useState } from 'react';
import { keepLoanMapping, loanKeys, readLoanColumns } from '../../../api/loans';
import type { LoanColumn, LoanColumns, LoanMappingList } from '../../../api/loanShapes';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { fieldsOf, missingOf, twiceOf } from './mappingColumns';

interface Props {
  file: File;
  /** The mapping it is begun with; empty for none. */
  mapping: string;
  list: LoanMappingList | undefined;
  onClose: () => void;
  onKept: (name: string) => void;
}

/** The columns of a sheet, what stands under each and the field it is read as, kept under a name. */
export function MappingDialog({ file, mapping, list, onClose, onKept }: Props) {
  const t = useT();
  const write = useWriting([loanKeys], onClose);
  const [name, setName] = useState(mapping);
  const [read, setRead] = useState<LoanColumns | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const [edited, setEdited] = useState<Record<string, string>>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let here = true;
    setFault(null);
    readLoanColumns(file, mapping).then(
      columns => here && setRead(columns),
      (reason: unknown) => here && setFault(reason instanceof Error ? reason : new Error(String(reason))),
    );
    return () => {
      here = false;
    };
  }, [file, mapping, tries]);
  const columns = read?.columns ?? [];
  const fields = fieldsOf(columns, edited);
  const missing = missingOf(list?.needed ?? [], fields);
  const twice = twiceOf(fields);
  const options = [{ value: '', label: t('loanImport.field.none') }, ...(list?.fields ?? []).map(value => ({ value, label: t.code('loanField', value) }))];
  const save = async () => {
    if (await write.run(() => keepLoanMapping({ name, columns: fields }), () => t('loanImport.mapping.kept'))) {
      onKept(name.trim());
      onClose();
    }
  };
  return (
    <Modal open width={860} title={t('loanImport.mapping.new')} okText={t('loanImport.mapping.new')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: name.trim() === '' || columns.length === 0 }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['name', 'columns']} />
        <Field label={t('loanImport.mapping.name')} id="mapping-name" name="name" findings={write.findings}>
          <Input id="mapping-name" value={name} onChange={event => setName(event.target.value)} />
        </Field>
      </Form>
      {fault !== null && <Failure reason={fault} onRetry={() => setTries(tries + 1)} />}
      {read === null && fault === null && <PageSkeleton rows={6} />}
      {read !== null && (
        <>
          <p className="soft" role="status">
            {t('loanImport.titles.line', { line: read.line })} {missing.length > 0 && <StateMark tone="amber">{t('loanImport.missing', { fields: missing.map(field => t.code('loanField', field)).join('、') })}</StateMark>}{' '}
            {twice.length > 0 && <StateMark tone="amber">{t('loanImport.twice', { fields: twice.map(field => t.code('loanField', field)).join('、') })}</StateMark>}
          </p>
          <Table<LoanColumn>
            size="small"
            rowKey="title"
            dataSource={columns}
            pagination={false}
            scroll={{ x: 640, y: 420 }}
            columns={[
              { title: t('loanImport.column'), width: 190, render: (_, column) => <span translate="no">{column.title}</span> },
              {
                title: t('loanImport.field'),
                width: 220,
                render: (_, column) => (
                  <Select
                    style={{ width: '100%' }}
                    aria-label={t('loanImport.field.of', { column: column.title })}
                    showSearch
                    optionFilterProp="label"
                    status={fields[column.title] === '' && !column.known && edited[column.title] === undefined ? 'warning' : ''}
                    value={fields[column.title] ?? ''}
                    options={options}
                    onChange={value => setEdited({ ...edited, [column.title]: value })}
                  />
                ),
              },
              { title: t('loanImport.samples'), ellipsis: true, render: (_, column) => <span className="soft" translate="no" title={column.samples.join('\n')}>{column.samples.join(' · ')}</span> },
            ]}
          />
        </>
      )}
    </Modal>
  );
}
