import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addUser } from '../../../api/people';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { RolePicker } from '../RolePicker';
import { usePeopleWrite } from '../usePeopleWrite';

/** Opens an account the organisation looks after. */
export function AddUser({ onClose }: { onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const write = usePeopleWrite(onClose);
  const [values, setValues] = useState({ login: '', name: '', role: '' });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const ready = values.login !== '' && values.name.trim() !== '';
  const add = async () => {
    let made = '';
    const done = await write.run(
      async () => {
        const user = await addUser({ login: values.login, name: values.name.trim(), role: values.role === '' ? null : values.role });
        made = user.id;
        return user;
      },
      user => t('users.add.done', { name: user.name }),
    );
    if (done) void navigate(`/access/users/${made}`);
  };
  return (
    <Modal open title={t('users.add')} okText={t('users.add')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void add()} onCancel={onClose}>
      <p className="soft">{t('users.add.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['login', 'name', 'role']} />
        <Field label={t('access.name')} id="user-name" name="name" findings={write.findings}>
          <Input id="user-name" autoFocus maxLength={60} autoComplete="off" value={values.name} onChange={event => set({ name: event.target.value })} />
        </Field>
        <Field label={t('access.login')} id="user-login" name="login" findings={write.findings} extra={t('access.login.help')}>
          <Input id="user-login" maxLength={64} autoComplete="off" value={values.login} onChange={event => set({ login: event.target.value.trim() })} />
        </Field>
        <Field label={t('users.role.first')} id="user-role" name="role" findings={write.findings}>
          <RolePicker id="user-role" clearable value={values.role} onChange={role => set({ role })} />
        </Field>
      </Form>
    </Modal>
  );
}
