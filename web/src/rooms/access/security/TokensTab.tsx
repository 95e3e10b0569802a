import { Button, Form, Input, InputNumber, Modal, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { makeToken, revokeToken, type TokenView } from '../../../api/people';
import { useTokens } from '../../../api/peopleQueries';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { ActPicker } from '../../approvals/ActPicker';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePeopleWrite } from '../usePeopleWrite';
import styles from '../People.module.css';

const tones: Record<string, Tone> = { active: 'green', expired: 'grey', revoked: 'grey' };

function MakeToken({ onClose, onMade }: { onClose: () => void; onMade: (token: string) => void }) {
  const t = useT();
  const write = usePeopleWrite(onClose);
  const [values, setValues] = useState({ name: '', scopes: [] as string[], days: 90 });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const ready = values.name.trim() !== '' && values.scopes.length > 0;
  const make = async () => {
    let token = '';
    const done = await write.run(
      async () => {
        token = (await makeToken({ ...values, name: values.name.trim() })).token;
      },
      () => t('tokens.made'),
    );
    if (done) onMade(token);
  };
  return (
    <Modal open title={t('tokens.make')} okText={t('tokens.make')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void make()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['name', 'scopes', 'days']} />
        <Field label={t('tokens.name')} id="token-name" name="name" findings={write.findings}>
          <Input id="token-name" autoFocus maxLength={60} value={values.name} onChange={event => set({ name: event.target.value })} />
        </Field>
        <Field label={t('tokens.scopes')} id="token-scopes" name="scopes" findings={write.findings}>
          <ActPicker id="token-scopes" reading value={values.scopes} onChange={scopes => set({ scopes })} />
        </Field>
        <Field label={t('tokens.days')} id="token-days" name="days" findings={write.findings}>
          <InputNumber id="token-days" min={1} max={365} precision={0} value={values.days} onChange={days => set({ days: days ?? 90 })} />
        </Field>
      </Form>
    </Modal>
  );
}

/** One's own keys for programs; each is shown whole once. */
export function TokensTab() {
  const t = useT();
  const found = useTokens();
  const write = usePeopleWrite();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  return (
    <Panel title={t('security.tab.tokens')} note={t('tokens.note')} extra={<Button type="primary" onClick={() => setMaking(true)}>{t('tokens.make')}</Button>}>
      {found.isError ? (
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Table<TokenView>
          size="small"
          rowKey="id"
          loading={found.isPending}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          dataSource={found.data?.tokens ?? []}
          scroll={{ x: 900 }}
          locale={{ emptyText: <Nothing>{t('tokens.empty')}</Nothing> }}
          columns={[
            { title: t('tokens.name'), render: (_, token) => token.name },
            { title: t('users.state'), width: 90, render: (_, token) => <StateMark tone={tones[token.state] ?? 'grey'}>{t.code('tokenState', token.state)}</StateMark> },
            { title: t('tokens.shown'), width: 130, render: (_, token) => <code>{token.shown}…</code> },
            { title: t('tokens.scopes'), width: 200, render: (_, token) => <code>{token.scopes.join(' ')}</code> },
            { title: t('tokens.used'), width: 140, render: (_, token) => (token.usedAt === null ? t('tokens.never') : formatInstant(token.usedAt)) },
            { title: t('security.expires'), width: 140, render: (_, token) => formatInstant(token.expiresAt) },
            {
              key: 'revoke',
              width: 90,
              render: (_, token) =>
                token.state === 'active' ? (
                  <Popconfirm title={t('tokens.revoke')} description={t('tokens.revoke.ask')} okText={t('tokens.revoke')} cancelText={t('shell.cancel')} onConfirm={() => void write.run(() => revokeToken(token.id), () => t('tokens.revoked'))}>
                    <Button size="small">{t('tokens.revoke')}</Button>
                  </Popconfirm>
                ) : null,
            },
          ]}
        />
      )}
      {making && (
        <MakeToken
          onClose={() => setMaking(false)}
          onMade={token => {
            setMaking(false);
            setMade(token);
          }}
        />
      )}
      {made !== null && (
        <Modal open closable={false} maskClosable={false} title={t('tokens.made')} footer={<Button type="primary" onClick={() => setMade(null)}>{t('tokens.made.seen')}</Button>}>
          <p className="soft">{t('tokens.made.note')}</p>
          <Input.TextArea readOnly autoSize className={styles['secret'] ?? ''} aria-label={t('tokens.made')} value={made} style={{ marginTop: 12 }} onFocus={event => event.target.select()} />
        </Modal>
      )}
    </Panel>
  );
}
