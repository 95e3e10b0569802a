import { Form, Input, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { addOrganisation, changeOrganisation, type OrganisationRow } from '../../../api/people';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { organisationKinds } from '../kinds';
import { usePeopleWrite } from '../usePeopleWrite';

const fields = ['name', 'kind', 'code', 'administrator', 'administratorName'];
const text = (value: string) => (value.trim() === '' ? null : value.trim());

/** Adds an organisation with its first administrator, or changes one. */
export function SaveOrganisation({ organisation, onClose }: { organisation: OrganisationRow | null; onClose: () => void }) {
  const t = useT();
  const write = usePeopleWrite(onClose);
  const [values, setValues] = useState(() => ({ name: organisation?.name ?? '', kind: organisation?.kind ?? 'bank', code: organisation?.code ?? '', active: organisation?.active ?? true, administrator: '', administratorName: '' }));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const natural = organisation?.kind === 'person';
  const title = t(organisation === null ? 'organisations.add' : 'organisations.change');
  const save = async () => {
    const work = () =>
      organisation === null
        ? addOrganisation({ name: values.name.trim(), kind: values.kind, code: text(values.code), administrator: text(values.administrator), administratorName: text(values.administratorName) })
        : changeOrganisation(organisation.id, { name: values.name.trim(), code: text(values.code), active: values.active, baseVersion: organisation.version });
    if (await write.run(work, saved => (organisation === null ? t('organisations.added', { name: saved.name }) : t('organisations.changed')))) onClose();
  };
  return (
    <Modal open title={organisation === null ? title : `${title} · ${organisation.name}`} okText={title} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: values.name.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('organisations.name')} id="organisation-name" name="name" findings={write.findings}>
          <Input id="organisation-name" maxLength={100} value={values.name} onChange={event => set({ name: event.target.value })} />
        </Field>
        {organisation === null && (
          <Field label={t('organisations.kind')} id="organisation-kind" name="kind" findings={write.findings}>
            <Select id="organisation-kind" value={values.kind} options={organisationKinds.filter(kind => kind !== 'person').map(value => ({ value: value as string, label: t.code('organisationKind', value) }))} onChange={kind => set({ kind })} />
          </Field>
        )}
        {!natural && (
          <Field label={t('access.organisation.code')} id="organisation-code" name="code" findings={write.findings} extra={t('access.organisation.code.help')}>
            <Input id="organisation-code" maxLength={18} value={values.code} onChange={event => set({ code: event.target.value.toUpperCase() })} />
          </Field>
        )}
        {organisation === null ? (
          <>
            <Field label={t('organisations.administrator')} id="organisation-admin" name="administrator" findings={write.findings} extra={t('organisations.optional')}>
              <Input id="organisation-admin" maxLength={64} autoComplete="off" value={values.administrator} onChange={event => set({ administrator: event.target.value.trim() })} />
            </Field>
            <Field label={t('organisations.administratorName')} id="organisation-adminName" name="administratorName" findings={write.findings}>
              <Input id="organisation-adminName" maxLength={60} autoComplete="off" value={values.administratorName} onChange={event => set({ administratorName: event.target.value })} />
            </Field>
          </>
        ) : (
          <Form.Item label={t('organisations.state')} htmlFor="organisation-active" extra={values.active ? undefined : t('organisations.close')}>
            <Switch id="organisation-active" checked={values.active} checkedChildren={t('organisations.active')} unCheckedChildren={t('organisations.inactive')} onChange={active => set({ active })} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
