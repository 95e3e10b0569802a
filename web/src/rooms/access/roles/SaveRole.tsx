import { DeleteOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Form, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useRules } from '../../../api/approvalQueries';
import { saveRole, type RoleView } from '../../../api/people';
import { parseMoney } from '../../../format';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePeopleWrite } from '../usePeopleWrite';
import { readGrants, type GrantDraft } from './grantDraft';
import styles from '../People.module.css';

/** Makes a role of the organisation, or changes one: acts, each with the largest amount of one. */
export function SaveRole({ role, onClose }: { role: RoleView | null; onClose: () => void }) {
  const t = useT();
  const write = usePeopleWrite(onClose);
  const rules = useRules().data?.rules ?? [];
  const [values, setValues] = useState(() => ({ code: role?.code ?? '', zh: role?.zh ?? '', en: role?.en ?? '', active: role?.active ?? true }));
  const [drafts, setDrafts] = useState<readonly GrantDraft[]>(() => (role?.grants ?? [{ act: '', limit: null }]).map(grant => ({ act: grant.act, limit: grant.limit ?? '' })));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const put = (i: number, change: Partial<GrantDraft>) => setDrafts(drafts.map((draft, n) => (n === i ? { ...draft, ...change } : draft)));
  const grants = readGrants(drafts);
  const rooms = [...new Set(rules.map(rule => rule.act.split('.')[0] ?? ''))];
  const options = [...rooms.flatMap(room => [`${room}.read`, `${room}.*`]), '*.read', ...rules.map(rule => rule.act)].map(value => ({ value, label: `${rules.find(rule => rule.act === value)?.titleZh ?? ''} ${value}`.trim() }));
  const ready = /^[a-z][a-z0-9_]*$/.test(values.code) && values.zh.trim() !== '' && values.en.trim() !== '' && grants !== null;
  const save = async () => {
    if (grants === null) return;
    const body = { zh: values.zh.trim(), en: values.en.trim(), grants, active: values.active, baseVersion: role?.version ?? 0 };
    if (await write.run(() => saveRole(values.code, body), () => t('roles.saved'))) onClose();
  };
  return (
    <Modal open width={680} title={t(role === null ? 'roles.add' : 'roles.edit')} okText={t('roles.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['code', 'zh', 'en']} />
        <Field label={t('roles.code')} id="role-code" name="code" findings={write.findings} extra={t('roles.code.help')}>
          <Input id="role-code" disabled={role !== null} maxLength={40} value={values.code} onChange={event => set({ code: event.target.value.trim() })} />
        </Field>
        <Field label={t('roles.zh')} id="role-zh" name="zh" findings={write.findings}>
          <Input id="role-zh" maxLength={40} value={values.zh} onChange={event => set({ zh: event.target.value })} />
        </Field>
        <Field label={t('roles.en')} id="role-en" name="en" findings={write.findings}>
          <Input id="role-en" maxLength={60} value={values.en} onChange={event => set({ en: event.target.value })} />
        </Field>
        <Form.Item label={t('roles.grants')}>
          {drafts.map((draft, i) => (
            <div key={i} className={styles['grant']}>
              <AutoComplete aria-label={t('roles.grant.act')} placeholder={t('roles.grant.act')} options={options} filterOption={(typed, option) => (option?.label ?? '').includes(typed)} value={draft.act} onChange={act => put(i, { act })} />
              <Input aria-label={t('roles.grant.limit')} placeholder={t('roles.grant.limit')} inputMode="decimal" status={draft.limit !== '' && parseMoney(draft.limit) === null ? 'error' : ''} value={draft.limit} onChange={event => put(i, { limit: event.target.value })} />
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('roles.grant.remove', { act: draft.act })} disabled={drafts.length === 1} onClick={() => setDrafts(drafts.filter((_, n) => n !== i))} />
            </div>
          ))}
          <Button size="small" onClick={() => setDrafts([...drafts, { act: '', limit: '' }])}>
            {t('roles.grant.add')}
          </Button>
        </Form.Item>
        <Form.Item label={t('users.state')} htmlFor="role-active">
          <Switch id="role-active" checked={values.active} checkedChildren={t('roles.active')} unCheckedChildren={t('roles.inactive')} onChange={active => set({ active })} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
