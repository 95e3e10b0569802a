import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { addPerson, findPerson, type OrganisationRow } from '../../../api/people';
import { ApiProblem } from '../../../api/problem';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePeopleWrite } from '../usePeopleWrite';

/** Adds a natural person; the number typed is kept nowhere. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = usePeopleWrite(onClose);
  const [values, setValues] = useState({ name: '', idNumber: '', login: '' });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const add = async () => {
    if (await write.run(() => addPerson({ ...values, name: values.name.trim(), login: values.login === '' ? null : values.login }), person => t('persons.added', { name: person.name }))) onClose();
  };
  return (
    <Modal open title={t('persons.add')} okText={t('persons.add')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: values.name.trim() === '' || values.idNumber.length !== 18 }} onOk={() => void add()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['name', 'idNumber', 'login']} />
        <Field label={t('persons.name')} id="person-name" name="name" findings={write.findings}>
          <Input id="person-name" maxLength={60} autoComplete="off" value={values.name} onChange={event => set({ name: event.target.value })} />
        </Field>
        <Field label={t('persons.id')} id="person-id" name="idNumber" findings={write.findings} extra={t('persons.id.help')}>
          <Input id="person-id" maxLength={18} autoComplete="off" value={values.idNumber} onChange={event => set({ idNumber: event.target.value.trim().toUpperCase() })} />
        </Field>
        <Field label={t('persons.login')} id="person-login" name="login" findings={write.findings} extra={t('organisations.optional')}>
          <Input id="person-login" maxLength={64} autoComplete="off" value={values.login} onChange={event => set({ login: event.target.value.trim() })} />
        </Field>
      </Form>
    </Modal>
  );
}

/** Finds a natural person by his identity number. */
export function FindPerson({ onClose }: { onClose: () => void }) {
  const t = useT();
  const refused = useFailureNotice();
  const [idNumber, setIdNumber] = useState('');
  const [found, setFound] = useState<OrganisationRow | null | undefined>(undefined);
  const find = async () => {
    try {
      setFound(await findPerson(idNumber));
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.status === 404) setFound(null);
      else refused(reason);
    }
  };
  return (
    <Modal open title={t('persons.find')} okText={t('persons.find')} cancelText={t('shell.cancel')} okButtonProps={{ disabled: idNumber.length !== 18 }} onOk={() => void find()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <Form.Item label={t('persons.id')} htmlFor="find-id">
          <Input id="find-id" maxLength={18} autoComplete="off" value={idNumber} onChange={event => setIdNumber(event.target.value.trim().toUpperCase())} onPressEnter={() => void find()} />
        </Form.Item>
      </Form>
      {found === null && <Alert type="warning" showIcon message={t('people.filtered')} />}
      {found !== null && found !== undefined && <Alert type="success" showIcon message={t('persons.found', { name: found.name, id: found.idMasked ?? '' })} />}
    </Modal>
  );
}
