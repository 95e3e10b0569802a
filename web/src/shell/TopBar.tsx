import { MenuOutlined, MoonOutlined, SunOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Segmented, Space, Tooltip } from 'antd';
import { Link } from 'react-router';
import { useT, type Language } from '../words';
import { JobBell } from '../rooms/jobs/JobBell';
import { usePreferences } from './Preferences';
import styles from './Frame.module.css';

export function TopBar({ onOpenNavigation }: { onOpenNavigation: (() => void) | null }) {
  const t = useT();
  const { language, theme, setLanguage, setTheme } = usePreferences();
  const themeLabel = theme === 'dark' ? t('shell.theme.light') : t('shell.theme.dark');
  return (
    <header className={styles['bar']}>
      <div className={styles['brand']}>
        {onOpenNavigation !== null && (
          <Button type="text" icon={<MenuOutlined />} aria-label={t('shell.navigation.open')} onClick={onOpenNavigation} />
        )}
        <Link to="/" className={styles['product']}>
          <img src="/mark.svg" alt="" width={22} height={22} />
          {t('shell.product')}
        </Link>
      </div>
      <Space size={8}>
        <JobBell />
        <Segmented<Language>
          size="small"
          aria-label={t('shell.language')}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh', label: t('shell.language.zh') },
            { value: 'en', label: t('shell.language.en') },
          ]}
        />
        <Tooltip title={themeLabel}>
          <Button
            type="text"
            icon={theme === 'dark' ? <SunOutlined /> : <MoonOutlined />}
            aria-label={themeLabel}
            onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
          />
        </Tooltip>
        <Tooltip title={t('shell.person.note')} placement="bottomRight">
          <span className={styles['person']} tabIndex={0}>
            <UserOutlined aria-hidden />
            <span className={styles['personName']}>{t('shell.person')}</span>
          </span>
        </Tooltip>
      </Space>
    </header>
  );
}
