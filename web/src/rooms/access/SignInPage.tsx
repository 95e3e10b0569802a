import { LockOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { accessKeys, demoPeople, signIn, type DemoPerson, type Me } from '../../api/access';
import { ApiProblem, ConnectionLost } from '../../api/problem';
import { useTitle } from '../../shell/useTitle';
import { useT } from '../../words';
import styles from './Door.module.css';

const codeWanted = 'ACC-0204';
const codeWrong = 'ACC-0205';

/** Login and password, then the one-time code where the account has one; in the demonstration the people who may be chosen. */
export function SignInPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useT();
  useTitle(t('access.signIn'));
  const demo = useQuery({ queryKey: accessKeys.demo, queryFn: ({ signal }) => demoPeople(signal), staleTime: Infinity });
  const [values, setValues] = useState({ login: '', password: '', code: '' });
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const enter = async (login: string, password: string, code: string) => {
    setBusy(true);
    setTold('');
    try {
      onSignedIn(await signIn({ login: login.trim(), password, code: code === '' ? null : code }));
    } catch (reason) {
      const known = reason instanceof ApiProblem ? reason.code : null;
      setAsksCode(known === codeWanted || known === codeWrong);
      if (known !== codeWanted) setTold(reason instanceof ConnectionLost ? t('shell.lost.title') : reason instanceof Error ? `${reason.message} ${known ?? ''}` : String(reason));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(values.login, values.password, asksCode ? values.code : '');
  };
  return (
    <>
      <form className={styles['card']} onSubmit={submit}>
        <h1>{t('access.signIn')}</h1>
        <p className={styles['note']}>{t('access.signIn.note')}</p>
        {told !== '' && <Alert type="error" showIcon role="alert" message={told} style={{ marginBottom: 12 }} />}
        <Form component={false} layout="vertical">
          <Form.Item label={t('access.login')} htmlFor="login">
            <Input id="login" autoFocus autoComplete="username" prefix={<UserOutlined aria-hidden />} maxLength={64} value={values.login} onChange={event => set({ login: event.target.value })} />
          </Form.Item>
          <Form.Item label={t('access.password')} htmlFor="password">
            <Input.Password id="password" autoComplete="current-password" prefix={<LockOutlined aria-hidden />} maxLength={128} value={values.password} onChange={event => set({ password: event.target.value })} />
          </Form.Item>
          {asksCode && (
            <Form.Item label={t('access.code')} htmlFor="code" extra={t('access.code.help')}>
              <Input id="code" autoFocus inputMode="numeric" autoComplete="one-time-code" prefix={<SafetyOutlined aria-hidden />} maxLength={8} value={values.code} onChange={event => set({ code: event.target.value })} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block loading={busy} disabled={values.login.trim() === '' || values.password === ''}>
            {t('access.signIn')}
          </Button>
        </Form>
      </form>
      {demo.data !== undefined && demo.data !== null && <DemoChoice people={demo.data.people} password={demo.data.password} busy={busy} onChosen={login => void enter(login, demo.data?.password ?? '', '')} />}
    </>
  );
}

function DemoChoice({ people, password, busy, onChosen }: { people: readonly DemoPerson[]; password: string; busy: boolean; onChosen: (login: string) => void }) {
  const t = useT();
  return (
    <section className={styles['people']}>
      <h2>{t('access.demo')}</h2>
      <p className="soft">{t('access.demo.note', { password })}</p>
      <ul className={styles['list']}>
        {people.map(person => (
          <li key={person.login}>
            <button type="button" className={styles['person']} disabled={busy} onClick={() => onChosen(person.login)}>
              <span className={styles['who']}>
                <span>{person.roles.length > 3 ? t('access.demo.all') : person.roles.map(role => t.code('accessRole', role)).join(t('access.listComma'))}</span>
                <code>{person.login}</code>
              </span>
              <span className="soft">
                {person.name} · {person.organisation}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
