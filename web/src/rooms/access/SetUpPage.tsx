import { Alert, Button, Form, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { setUp, signIn, type Me } from '../../api/access';
import { ApiProblem } from '../../api/problem';
import type { Finding } from '../../api/types';
import { useTitle } from '../../shell/useTitle';
import { useT } from '../../words';
import { Field, OtherFindings } from '../ledger/FieldNotes';
import { operatorKinds } from './kinds';
import styles from './Door.module.css';

const fields = ['organisation', 'kind', 'code', 'login', 'name', 'password'];

/** A new installation: the organisation that runs it, and its first administrator with a password of his own. */
export function SetUpPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useT();
  useTitle(t('access.setUp'));
  const [values, setValues] = useState({ organisation: '', kind: 'bank', code: '', login: '', name: '', password: '', again: '' });
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const differs = values.again !== '' && values.again !== values.password;
  const ready = [values.organisation, values.login, values.name, values.password].every(value => value.trim() !== '') && values.again === values.password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setTold('');
    setFindings([]);
    const { again: _, code, ...rest } = values;
    try {
      await setUp({ ...rest, code: code.trim() === '' ? null : code.trim() });
      onSignedIn(await signIn({ login: values.login, password: values.password, code: null }));
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.findings.length > 0) setFindings(reason.findings);
      else setTold(reason instanceof Error ? reason.message : String(reason));
      setBusy(false);
    }
  };
  return (
    <form className={`${styles['card'] ?? ''} ${styles['wide'] ?? ''}`} onSubmit={event => void submit(event)}>
      <h1>{t('access.setUp')}</h1>
      <p className={styles['note']}>{t('access.setUp.note')}</p>
      {told !== '' && <Alert type="error" showIcon message={told} style={{ marginBottom: 12 }} />}
      <Form component={false} layout="vertical">
        <OtherFindings findings={findings} fields={fields} />
        <h2>{t('access.setUp.organisation')}</h2>
        <Field label={t('access.organisation.name')} id="setup-organisation" name="organisation" findings={findings}>
          <Input id="setup-organisation" autoFocus maxLength={100} value={values.organisation} onChange={event => set({ organisation: event.target.value })} />
        </Field>
        <Field label={t('access.organisation.kind')} id="setup-kind" name="kind" findings={findings}>
          <Select id="setup-kind" value={values.kind} options={operatorKinds.map(value => ({ value, label: t.code('organisationKind', value) }))} onChange={kind => set({ kind })} />
        </Field>
        <Field label={t('access.organisation.code')} id="setup-code" name="code" findings={findings} extra={t('access.organisation.code.help')}>
          <Input id="setup-code" maxLength={18} value={values.code} onChange={event => set({ code: event.target.value.toUpperCase() })} />
        </Field>
        <h2>{t('access.setUp.administrator')}</h2>
        <Field label={t('access.login')} id="setup-login" name="login" findings={findings} extra={t('access.login.help')}>
          <Input id="setup-login" autoComplete="username" maxLength={64} value={values.login} onChange={event => set({ login: event.target.value.trim() })} />
        </Field>
        <Field label={t('access.name')} id="setup-name" name="name" findings={findings}>
          <Input id="setup-name" autoComplete="name" maxLength={60} value={values.name} onChange={event => set({ name: event.target.value })} />
        </Field>
        <Field label={t('access.password')} id="setup-password" name="password" findings={findings} extra={t('access.password.help')}>
          <Input.Password id="setup-password" autoComplete="new-password" maxLength={128} value={values.password} onChange={event => set({ password: event.target.value })} />
        </Field>
        <Form.Item label={t('access.password.again')} htmlFor="setup-again" {...(differs ? { validateStatus: 'error' as const, help: t('access.password.differs') } : {})}>
          <Input.Password id="setup-again" autoComplete="new-password" maxLength={128} value={values.again} onChange={event => set({ again: event.target.value })} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy} disabled={!ready}>
          {t('access.setUp.finish')}
        </Button>
      </Form>
    </form>
  );
}
