import { Tabs } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { PageHead } from '../../../shell/PageHead';
import { useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { FactorTab } from './FactorTab';
import { PasswordTab } from './PasswordTab';
import { SessionsTab } from './SessionsTab';
import { TokensTab } from './TokensTab';

/** One's own account: password, second factor, where one is signed in, keys for programs. */
export default function SecurityPage() {
  const t = useT();
  const { me } = useMe();
  const navigate = useNavigate();
  const { tab = 'password' } = useParams();
  return (
    <>
      <PageHead title={t('security.title')} state={t('security.state', { login: me.login, organisation: me.organisation?.name ?? t('access.noOrganisation') })} />
      <Tabs
        activeKey={tab}
        onChange={next => void navigate(`/account/${next}`, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'password', label: t('security.tab.password'), children: <PasswordTab /> },
          { key: 'factor', label: t('security.tab.factor'), children: <FactorTab /> },
          { key: 'sessions', label: t('security.tab.sessions'), children: <SessionsTab /> },
          { key: 'tokens', label: t('security.tab.tokens'), children: <TokensTab /> },
        ]}
      />
    </>
  );
}
