import { Alert, Button, Form, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { changePassword, whoAmI } from '../../api/access';
import { ApiProblem } from '../../api/problem';
import type { Finding } from '../../api/types';
import { useMe } from '../../shell/useMe';
import { useTitle } from '../../shell/useTitle';
import { useT } from '../../words';
import { Field, OtherFindings } from '../ledger/FieldNotes';
import styles from './Door.module.css';

/** Somebody with a password that was issued to him chooses his own before anything else. */
export default function FirstPasswordPage() {
  const t = useT();
  useTitle(t('access.firstPassword'));
  const { me, become } = useMe();
  const [values, setValues] = useState({ current: '', password: '', again: '' });
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const differs = values.again !== '' && values.again !== values.password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setTold('');
    setFindings([]);
    try {
      await changePassword(values.current, values.password);
      become(await whoAmI());
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.findings.length > 0) setFindings(reason.findings);
      else setTold(reason instanceof Error ? reason.message : String(reason));
      setBusy(false);
    }
  };
  return (
    <div className={styles['ground']}>
      <main className={styles['middle']}>
        <form className={styles['card']} onSubmit={event => void submit(event)}>
          <h1>{t('access.firstPassword')}</h1>
          <p className={styles['note']}>{t('access.firstPassword.note', { name: me.name })}</p>
          {told !== '' && <Alert type="error" showIcon message={told} style={{ marginBottom: 12 }} />}
          <Form component={false} layout="vertical">
            <OtherFindings findings={findings} fields={['current', 'password']} />
            <Field label={t('access.password.current')} id="current" name="current" findings={findings}>
              <Input.Password id="current" autoFocus autoComplete="current-password" maxLength={128} value={values.current} onChange={event => set({ current: event.target.value })} />
            </Field>
            <Field label={t('access.password.new')} id="new" name="password" findings={findings} extra={t('access.password.help')}>
              <Input.Password id="new" autoComplete="new-password" maxLength={128} value={values.password} onChange={event => set({ password: event.target.value })} />
            </Field>
            <Form.Item label={t('access.password.again')} htmlFor="again" {...(differs ? { validateStatus: 'error' as const, help: t('access.password.differs') } : {})}>
              <Input.Password id="again" autoComplete="new-password" maxLength={128} value={values.again} onChange={event => set({ again: event.target.value })} />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={busy} disabled={values.current === '' || values.password === '' || values.again !== values.password}>
              {t('access.password.change')}
            </Button>
          </Form>
        </form>
      </main>
    </div>
  );
}
