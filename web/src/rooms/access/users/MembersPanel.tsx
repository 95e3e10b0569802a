import { Button, Form, Modal, Table } from 'antd';
import { useState } from 'react';
import { addMember, endMember, type MemberView, type UserRow } from '../../../api/people';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { useRoleName } from '../../approvals/RoleNames';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { daysAfter, today } from '../../today';
import { RolePicker } from '../RolePicker';
import { usePeopleWrite } from '../usePeopleWrite';

function GiveRole({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const t = useT();
  const write = usePeopleWrite(onClose);
  const [values, setValues] = useState({ role: '', from: '', until: '' });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const day = (value: string) => (value === '' ? null : value);
  const give = async () => {
    if (await write.run(() => addMember({ login: user.login, role: values.role, from: day(values.from), until: day(values.until) }), () => t('user.member.added'))) onClose();
  };
  return (
    <Modal open title={`${t('user.member.add')} · ${user.name}`} okText={t('user.member.add')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: values.role === '' }} onOk={() => void give()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['role', 'from', 'until']} />
        <Field label={t('user.member.role')} id="member-role" name="role" findings={write.findings}>
          <RolePicker id="member-role" value={values.role} onChange={role => set({ role })} />
        </Field>
        <Field label={t('user.member.from')} id="member-from" name="from" findings={write.findings}>
          <DayField id="member-from" placeholder={today()} value={values.from} onChange={from => set({ from })} />
        </Field>
        <Field label={t('user.member.until')} id="member-until" name="until" findings={write.findings}>
          <DayField id="member-until" placeholder={t('user.member.endless')} value={values.until} onChange={until => set({ until })} />
        </Field>
      </Form>
    </Modal>
  );
}

function EndRole({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = useT();
  const name = useRoleName();
  const write = usePeopleWrite(onClose);
  const [until, setUntil] = useState(() => daysAfter(today(), -1));
  const end = async () => {
    if (await write.run(() => endMember(member.id, until), () => t('user.member.ended'))) onClose();
  };
  return (
    <Modal open title={t('user.member.end.title', { role: name(member.role) })} okText={t('user.member.end')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void end()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['until']} />
        <Field label={t('user.member.end.last')} id="member-last" name="until" findings={write.findings} extra={t('user.member.end.help')}>
          <DayField id="member-last" value={until} clearable={false} onChange={setUntil} />
        </Field>
      </Form>
    </Modal>
  );
}

/** The roles a person has in the organisation, those that hold first. */
export function MembersPanel({ user }: { user: UserRow }) {
  const t = useT();
  const name = useRoleName();
  const [mayAdd, mayEnd] = [useMay('access.member.add'), useMay('access.member.end')];
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<MemberView | null>(null);
  const rows = [...user.members].sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <Panel title={t('user.members')} extra={mayAdd ? <Button onClick={() => setGiving(true)}>{t('user.member.add')}</Button> : undefined}>
      <Table<MemberView>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        scroll={{ x: 640 }}
        locale={{ emptyText: <Nothing>{t('user.member.none')}</Nothing> }}
        columns={[
          { title: t('user.member.role'), render: (_, member) => name(member.role) },
          { title: t('conflicts.state'), width: 100, render: (_, member) => <StateMark tone={member.current ? 'green' : 'grey'}>{t(member.current ? 'user.member.current' : 'user.member.past')}</StateMark> },
          { title: t('user.member.from'), width: 110, render: (_, member) => formatDate(member.from) },
          { title: t('user.member.until'), width: 110, render: (_, member) => (member.until === null ? t('user.member.endless') : formatDate(member.until)) },
          { title: t('user.member.by'), width: 110, render: (_, member) => member.addedBy },
          { key: 'end', width: 80, render: (_, member) => (mayEnd && member.current ? <Button size="small" onClick={() => setEnding(member)}>{t('user.member.end')}</Button> : null) },
        ]}
      />
      {giving && <GiveRole user={user} onClose={() => setGiving(false)} />}
      {ending !== null && <EndRole member={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}
