import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { keepLoanMapping, loanKeys } from '../../../api/loans';
import type { LoanMappingList } from '../../../api/loanShapes';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { columnsOf } from './mappingLines';

interface Props {
  list: LoanMappingList | undefined;
  onClose: () => void;
  onKept: (name: string) => void;
}

/** Which titles of a sheet stand for which field, kept under a name. */
export function MappingDialog({ list, onClose, onKept }: Props) {
  const t = useT();
  const write = useWriting([loanKeys], onClose);
  const [name, setName] = useState('');
  const [lines, setLines] = useState('');
  const fields = (list?.fields ?? []).map(word => ({ word, title: t.code('loanField', word) }));
  const save = async () => {
    if (await write.run(() => keepLoanMapping({ name, columns: columnsOf(lines, fields) }), () => t('loanImport.mapping.kept'))) {
      onKept(name.trim());
      onClose();
    }
  };
  return (
    <Modal open width={620} title={t('loanImport.mapping.new')} okText={t('loanImport.mapping.new')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: name.trim() === '' || lines.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['name', 'columns']} />
        <Field label={t('loanImport.mapping.name')} id="mapping-name" name="name" findings={write.findings}>
          <Input id="mapping-name" value={name} onChange={event => setName(event.target.value)} />
        </Field>
        <Field label={t('loanImport.mapping.lines')} id="mapping-lines" name="columns" findings={write.findings} extra={t('loanImport.mapping.lines.help')}>
          <Input.TextArea id="mapping-lines" translate="no" autoSize={{ minRows: 4, maxRows: 12 }} value={lines} onChange={event => setLines(event.target.value)} />
        </Field>
        <p className="soft">{fields.map(one => `${one.title} (${one.word})`).join(' · ')}</p>
      </Form>
    </Modal>
  );
}
