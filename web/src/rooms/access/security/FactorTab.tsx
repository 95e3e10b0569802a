import { Button, Form, Input, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { whoAmI } from '../../../api/access';
import { confirmFactor, endFactor, startFactor, type FactorStart } from '../../../api/people';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePeopleWrite } from '../usePeopleWrite';
import styles from '../People.module.css';

function CodeForm({ label, button, busy, findings, onCode }: { label: string; button: string; busy: boolean; findings: ReturnType<typeof usePeopleWrite>['findings']; onCode: (code: string) => void }) {
  const [code, setCode] = useState('');
  return (
    <Form layout="vertical" className={styles['narrow'] ?? ''} onFinish={() => onCode(code)}>
      <OtherFindings findings={findings} fields={['code']} />
      <Field label={label} id="factor-code" name="code" findings={findings}>
        <Input id="factor-code" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={event => setCode(event.target.value.replace(/\D/g, ''))} />
      </Field>
      <Button type="primary" htmlType="submit" loading={busy} disabled={code.length !== 6}>
        {button}
      </Button>
    </Form>
  );
}

/** The second factor: its key as a picture and as letters, on after a first code, off with one. */
export function FactorTab() {
  const t = useT();
  const { me, become } = useMe();
  const write = usePeopleWrite();
  const [begun, setBegun] = useState<FactorStart | null>(null);
  const start = () =>
    write.run(
      async () => setBegun(await startFactor()),
      () => t('security.factor.scan'),
    );
  const turn = async (work: () => Promise<undefined>, told: string) => {
    if (!(await write.run(work, () => told))) return;
    setBegun(null);
    become(await whoAmI());
  };
  return (
    <Panel title={t('security.tab.factor')}>
      <p>
        <StateMark tone={me.secondFactor ? 'green' : 'grey'}>{t(me.secondFactor ? 'users.factor.on' : 'users.factor.off')}</StateMark> {t(me.secondFactor ? 'security.factor.on' : 'security.factor.off')}
      </p>
      <div style={{ marginTop: 12 }}>
        {me.secondFactor ? (
          <CodeForm label={t('security.factor.code.end')} button={t('security.factor.end')} busy={write.busy} findings={write.findings} onCode={code => void turn(() => endFactor(code), t('security.factor.ended'))} />
        ) : begun === null ? (
          <Button type="primary" loading={write.busy} onClick={() => void start()}>
            {t('security.factor.start')}
          </Button>
        ) : (
          <div className={styles['factor']}>
            <div role="img" aria-label={t('security.factor.qr')}>
              <QRCode type="svg" value={begun.address} size={200} color="#000000" bgColor="#ffffff" />
            </div>
            <div>
              <p className="soft">{t('security.factor.scan')}</p>
              <p style={{ margin: '8px 0' }}>
                {t('security.factor.secret')} <Typography.Text code copyable={{ text: begun.secret }}>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Typography.Text>
              </p>
              <CodeForm label={t('access.code')} button={t('security.factor.confirm')} busy={write.busy} findings={write.findings} onCode={code => void turn(() => confirmFactor(code), t('security.factor.confirmed'))} />
            </div>
          </div>
        )}
      </div>
    </Panel>
  );
}
