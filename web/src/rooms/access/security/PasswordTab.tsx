import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { changePassword } from '../../../api/access';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePeopleWrite } from '../usePeopleWrite';
import styles from '../People.module.css';

const empty = { current: '', password: '', again: '' };

export function PasswordTab() {
  const t = useT();
  const write = usePeopleWrite();
  const [values, setValues] = useState(empty);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const differs = values.again !== '' && values.again !== values.password;
  const change = async () => {
    if (await write.run(() => changePassword(values.current, values.password), () => t('security.password.changed'))) setValues(empty);
  };
  return (
    <Panel title={t('security.tab.password')} note={t('security.password.note')}>
      <Form layout="vertical" className={styles['narrow'] ?? ''} onFinish={() => void change()}>
        <OtherFindings findings={write.findings} fields={['current', 'password']} />
        <Field label={t('access.password.current')} id="own-current" name="current" findings={write.findings}>
          <Input.Password id="own-current" autoComplete="current-password" maxLength={128} value={values.current} onChange={event => set({ current: event.target.value })} />
        </Field>
        <Field label={t('access.password.new')} id="own-new" name="password" findings={write.findings} extra={t('access.password.help')}>
          <Input.Password id="own-new" autoComplete="new-password" maxLength={128} value={values.password} onChange={event => set({ password: event.target.value })} />
        </Field>
        <Form.Item label={t('access.password.again')} htmlFor="own-again" {...(differs ? { validateStatus: 'error' as const, help: t('access.password.differs') } : {})}>
          <Input.Password id="own-again" autoComplete="new-password" maxLength={128} value={values.again} onChange={event => set({ again: event.target.value })} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={write.busy} disabled={values.current === '' || values.password === '' || values.again !== values.password}>
          {t('access.password.change')}
        </Button>
      </Form>
    </Panel>
  );
}
