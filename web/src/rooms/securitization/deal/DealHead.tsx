import { FileProtectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Calculation, DealDetail } from '../../../api/types';
import { formatInstant, formatMoney } from '../../../format';
import { PageHead } from '../../../shell/PageHead';
import { usePreferences } from '../../../shell/Preferences';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useT } from '../../../words';
import { CheckMark } from '../deals/CheckMark';
import { ExportMenu } from './ExportMenu';
import type { Scenario } from '../../../api/types';

interface Props {
  deal: DealDetail;
  text: string;
  calculation: Calculation | null;
  scenario: Scenario | null;
}

/** Name, state in one line, and what can be taken away; all of the working text. */
export function DealHead({ deal, text, calculation, scenario }: Props) {
  const t = useT();
  const { unit } = usePreferences();
  const outline = calculation?.outline ?? deal;
  const count = (severity: string) => calculation?.findings.filter(finding => finding.severity === severity).length;
  const facts = [
    outline.code,
    t.code('market', outline.market),
    t.code('structure', outline.structure),
    `${formatMoney(outline.size, unit)} ${t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan')}`,
    `${outline.closing} – ${outline.expectedMaturity}`,
    `${t('deal.version', { number: deal.version })} ${t('deal.savedAt', { at: formatInstant(deal.savedAt) })}`,
  ];
  return (
    <PageHead
      title={t.either(outline.nameZh, outline.nameEn)}
      named
      back={<Link to="/deals">← {t('deal.back')}</Link>}
      state={
        <>
          {facts.join(' · ')} · <CheckMark errors={count('error') ?? deal.errors} warnings={count('warning') ?? deal.warnings} />
        </>
      }
      actions={
        <>
          <UnitSwitch />
          <Link to={`/evidence?kind=deal&subject=${deal.id}`}>
            <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
          </Link>
          <ExportMenu code={outline.code} text={text} scenario={scenario} />
        </>
      }
    />
  );
}
