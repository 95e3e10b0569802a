import { theme as ant, type ThemeConfig } from 'antd';
import { palettes, type Theme } from './palette';

/** Whether the reader asked his system for as little movement as possible. */
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Ant Design dressed in the palette: dense, quiet, one accent, still where the reader wants it so. */
export function antTheme(theme: Theme): ThemeConfig {
  const colours = palettes[theme];
  return {
    algorithm: theme === 'dark' ? ant.darkAlgorithm : ant.defaultAlgorithm,
    token: {
      motion: !still,
      colorPrimary: colours.accent,
      colorLink: colours.accentText,
      colorLinkHover: colours.blue,
      colorInfo: colours.blue,
      colorSuccess: colours.green,
      colorWarning: colours.amber,
      colorError: colours.red,
      colorInfoBg: colours.blueSoft,
      colorInfoBorder: colours.blue,
      colorSuccessBg: colours.greenSoft,
      colorSuccessBorder: colours.green,
      colorWarningBg: colours.amberSoft,
      colorWarningBorder: colours.amber,
      colorErrorBg: colours.redSoft,
      colorErrorBorder: colours.red,
      colorText: colours.text,
      colorTextSecondary: colours.textSoft,
      colorTextTertiary: colours.textSoft,
      colorTextDescription: colours.textSoft,
      colorTextPlaceholder: colours.textSoft,
      colorBgLayout: colours.ground,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.surface,
      colorBorder: colours.line,
      colorBorderSecondary: colours.line,
      borderRadius: 4,
      lineHeight: 1.5,
      fontFamily: 'var(--z-font)',
      fontSize: 13,
      controlHeight: 30,
    },
    components: {
      Layout: { headerBg: colours.surface, siderBg: colours.surface, bodyBg: colours.ground, headerHeight: 48, headerPadding: '0 16px' },
      Menu: { subMenuItemSelectedColor: colours.accentText, itemSelectedColor: colours.accentText, itemSelectedBg: colours.accentSoft, itemHeight: 36 },
      Table: { rowSelectedBg: colours.accentSoft, rowSelectedHoverBg: colours.accentSoft, rowHoverBg: colours.accentSoft, headerBg: colours.raised, headerColor: colours.textSoft, cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, cellFontSizeSM: 13 },
      Tabs: { itemSelectedColor: colours.accentText, inkBarColor: colours.accentText, itemHoverColor: colours.accentText },
      Segmented: { itemSelectedBg: colours.accentSoft, itemSelectedColor: colours.accentText },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}
