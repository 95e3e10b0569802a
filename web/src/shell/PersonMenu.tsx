import { BankOutlined, CheckOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { signOut, switchOrganisation } from '../api/access';
import { useT } from '../words';
import { useFailureNotice } from './useFailureNotice';
import { useMe } from './useMe';
import styles from './Frame.module.css';

/** The organisation acted for, with the others to change to; and the person, with the way out. */
export function PersonMenu() {
  const t = useT();
  const navigate = useNavigate();
  const refused = useFailureNotice();
  const { me, become } = useMe();
  const current = me.organisation?.name ?? t('access.noOrganisation');
  const change = async (id: string) => {
    try {
      become(await switchOrganisation(id));
      void navigate('/');
    } catch (reason) {
      refused(reason);
    }
  };
  const leave = async () => {
    try {
      await signOut();
      become(null);
    } catch (reason) {
      refused(reason);
    }
  };
  const organisations: MenuProps['items'] = me.organisations.map(one => ({
    key: one.id,
    icon: one.id === me.organisation?.id ? <CheckOutlined /> : <BankOutlined />,
    disabled: !one.active,
    label: (
      <span>
        {one.name} <span className="soft">{one.roles.map(role => t.code('accessRole', role)).slice(0, 3).join(t('access.listComma'))}</span>
      </span>
    ),
  }));
  const roles = me.organisation?.roles.map(role => t.code('accessRole', role)) ?? [];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: organisations, onClick: ({ key }) => (key === me.organisation?.id ? undefined : void change(key)) }}>
        <Button type="text" icon={<BankOutlined />} aria-label={t('access.organisation.change', { name: current })}>
          <span className={styles['personName']} translate="no">{current}</span>
        </Button>
      </Dropdown>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', disabled: true, label: `${me.login} · ${roles.length > 3 ? t('access.roles.many', { first: roles[0] ?? '', count: roles.length }) : roles.join(t('access.listComma'))}` },
            { type: 'divider' },
            { key: 'out', icon: <LogoutOutlined />, label: t('access.signOut') },
          ],
          onClick: ({ key }) => (key === 'out' ? void leave() : undefined),
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t('access.person', { name: me.name })}>
          <span className={styles['personName']} translate="no">{me.name}</span>
        </Button>
      </Dropdown>
    </>
  );
}
