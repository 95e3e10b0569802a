import { Alert, App, Button, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { changeUser, issuePassword, removeFactor, unlockUser, type IssuedPassword, type UserRow } from '../../../api/people';
import { useUser } from '../../../api/peopleQueries';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useMay, useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { usePeopleWrite } from '../usePeopleWrite';
import { MembersPanel } from './MembersPanel';
import { userState, userTones } from './userState';
import styles from '../People.module.css';

/** A password that is shown once. */
function ShownPassword({ issued, onClose }: { issued: IssuedPassword; onClose: () => void }) {
  const t = useT();
  return (
    <Modal open closable={false} maskClosable={false} title={t('user.password.title', { login: issued.login })} footer={<Button type="primary" onClick={onClose}>{t('user.password.seen')}</Button>}>
      <p className="soft">{t('user.password.note')}</p>
      <Input readOnly className={styles['secret'] ?? ''} aria-label={t('access.password')} value={issued.password} style={{ marginTop: 12 }} onFocus={event => event.target.select()} />
    </Modal>
  );
}

function Actions({ user }: { user: UserRow }) {
  const t = useT();
  const { me } = useMe();
  const { modal } = App.useApp();
  const write = usePeopleWrite();
  const [may, mayIssue, mayUnlock, mayRemove] = [useMay('access.user.change'), useMay('access.password.issue'), useMay('access.user.unlock'), useMay('access.factor.remove')];
  const [issued, setIssued] = useState<IssuedPassword | null>(null);
  const self = user.id === me.id;
  const state = userState(user, new Date());
  const store = (name: string, disabled: boolean, told: string) => write.run(() => changeUser(user.id, { name, disabled, baseVersion: user.version }), () => told);
  const rename = () => {
    let name = user.name;
    modal.confirm({
      title: t('user.edit'),
      icon: null,
      content: <Input aria-label={t('access.name')} defaultValue={name} maxLength={60} onChange={event => (name = event.target.value)} />,
      okText: t('user.edit'),
      cancelText: t('shell.cancel'),
      onOk: () => store(name.trim(), user.disabled, t('user.changed')),
    });
  };
  const issue = () =>
    write.run(
      async () => {
        const made = await issuePassword(user.id);
        setIssued(made);
        return made;
      },
      made => t('user.password.title', { login: made.login }),
    );
  return (
    <>
      {may && <Button onClick={rename}>{t('user.edit')}</Button>}
      {mayUnlock && state === 'locked' && <Button onClick={() => void write.run(() => unlockUser(user.id), () => t('user.unlocked'))}>{t('user.unlock')}</Button>}
      {mayRemove && user.secondFactor && !self && (
        <Popconfirm title={t('user.factor.remove')} description={t('user.factor.remove.ask')} okText={t('user.factor.remove')} cancelText={t('shell.cancel')} onConfirm={() => void write.run(() => removeFactor(user.id), () => t('user.factor.removed'))}>
          <Button>{t('user.factor.remove')}</Button>
        </Popconfirm>
      )}
      {may && !self && (
        <Popconfirm
          title={t(user.disabled ? 'user.enable' : 'user.disable')}
          description={user.disabled ? undefined : t('user.disable.ask')}
          okText={t(user.disabled ? 'user.enable' : 'user.disable')}
          cancelText={t('shell.cancel')}
          onConfirm={() => void store(user.name, !user.disabled, t(user.disabled ? 'user.enabled' : 'user.disabled'))}
        >
          <Button danger={!user.disabled}>{t(user.disabled ? 'user.enable' : 'user.disable')}</Button>
        </Popconfirm>
      )}
      {mayIssue && !self && !user.disabled && (
        <Popconfirm title={t('user.password')} description={t('user.password.ask')} okText={t('user.password')} cancelText={t('shell.cancel')} onConfirm={() => void issue()}>
          <Button type="primary" loading={write.busy}>
            {t('user.password')}
          </Button>
        </Popconfirm>
      )}
      {issued !== null && <ShownPassword issued={issued} onClose={() => setIssued(null)} />}
      {write.findings.length > 0 && <Alert type="error" closable message={write.findings.map(finding => `${finding.message} ${finding.code}`).join(' ')} onClose={write.forget} />}
    </>
  );
}

/** One person: the account, and the roles he has and had here. */
export default function UserPage() {
  const t = useT();
  const { id = '' } = useParams();
  const found = useUser(id);
  const back = <Link to="/access/users">← {t('user.back')}</Link>;
  if (found.isError) {
    return (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  if (found.isPending) return <PageSkeleton />;
  const user = found.data;
  const state = userState(user, new Date());
  const facts = [`${t('users.factor')} ${t(user.secondFactor ? 'users.factor.on' : 'users.factor.off')}`, `${t('users.seen')} ${formatInstant(user.lastSeen)}`];
  return (
    <>
      <PageHead
        back={back}
        title={user.name}
        named
        state={
          <>
            <StateMark tone={userTones[state]}>{t(`userState.${state}`)}</StateMark> <code>{user.login}</code> · {facts.join(' · ')}
          </>
        }
        actions={user.own ? <Actions user={user} /> : undefined}
      />
      <div className={styles['column']}>
        {!user.own && <Alert type="info" showIcon message={t('user.otherHome')} />}
        <MembersPanel user={user} />
      </div>
    </>
  );
}
