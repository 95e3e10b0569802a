import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { useT, type Language } from '../words';
import { usePreferences } from './Preferences';

/** Language and theme of this browser. */
export function Appearance() {
  const t = useT();
  const { language, theme, setLanguage, setTheme } = usePreferences();
  const themeLabel = theme === 'dark' ? t('shell.theme.light') : t('shell.theme.dark');
  return (
    <>
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
    </>
  );
}
