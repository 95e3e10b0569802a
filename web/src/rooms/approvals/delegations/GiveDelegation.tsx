import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { giveDelegation } from '../../../api/approvals';
import { useUsers } from '../../../api/peopleQueries';
import { DayField } from '../../../shell/DayField';
import { useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { daysAfter, today } from '../../today';
import { ActPicker } from '../ActPicker';
import { useRoleName } from '../RoleNames';
import { useApprovalWrite } from '../useApprovalWrite';

const fields = ['to', 'acts', 'first', 'last', 'note'];

/** Lets a colleague decide in one's place for some days. */
export function GiveDelegation({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { me } = useMe();
  const role = useRoleName();
  const write = useApprovalWrite(onClose);
  const [query, setQuery] = useState('');
  const people = useUsers({ query, page: 1, pageSize: 50 });
  const [values, setValues] = useState(() => ({ to: '', acts: ['*'], first: today(), last: daysAfter(today(), 7), note: '' }));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const options = (people.data?.items ?? [])
    .filter(person => person.id !== me.id && !person.disabled)
    .map(person => ({ value: person.id, label: `${person.name} (${person.members.filter(one => one.current).map(one => role(one.role)).slice(0, 3).join(t('access.listComma'))})` }));
  const ready = values.to !== '' && values.acts.length > 0 && values.first !== '' && values.last >= values.first;
  const give = async () => {
    if (await write.run(() => giveDelegation({ ...values, note: values.note.trim() }), made => t('delegations.given', { name: made.to }))) onClose();
  };
  return (
    <Modal open title={t('delegations.new')} okText={t('delegations.new')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void give()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('delegations.to')} id="delegation-to" name="to" findings={write.findings}>
          <Select id="delegation-to" showSearch filterOption={false} onSearch={setQuery} value={values.to === '' ? null : values.to} options={options} loading={people.isFetching} onChange={(to: string) => set({ to })} />
        </Field>
        <Field label={t('delegations.acts')} id="delegation-acts" name="acts" findings={write.findings} extra={t('delegations.acts.help')}>
          <ActPicker id="delegation-acts" value={values.acts} onChange={acts => set({ acts })} />
        </Field>
        <Field label={t('delegations.first')} id="delegation-first" name="first" findings={write.findings}>
          <DayField id="delegation-first" value={values.first} min={today()} clearable={false} onChange={first => set({ first })} />
        </Field>
        <Field label={t('delegations.last')} id="delegation-last" name="last" findings={write.findings}>
          <DayField id="delegation-last" value={values.last} min={values.first} max={daysAfter(values.first, 366)} clearable={false} onChange={last => set({ last })} />
        </Field>
        <Field label={t('delegations.reason')} id="delegation-note" name="note" findings={write.findings}>
          <Input id="delegation-note" maxLength={500} value={values.note} onChange={event => set({ note: event.target.value })} />
        </Field>
      </Form>
    </Modal>
  );
}
