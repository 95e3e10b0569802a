import { useT } from '../../../words';
import { withSeparators } from '../differences/amounts';
import { itemOf, type Warning } from './warnings';

const most = 8;

/** A warning in words: what it says, of which payments, what was found. */
export function WarningText({ warning }: { warning: Warning }) {
  const t = useT();
  const [first] = warning.findings;
  if (first === undefined) return null;
  const places = warning.findings.map(finding => {
    const number = itemOf(finding.path);
    const found = finding.found === null || finding.found === '—' ? '' : withSeparators(finding.found);
    return number === null ? found : `#${number} ${found}`.trim();
  });
  const rest = places.length - most;
  return (
    <p style={{ marginBottom: 4 }}>
      {first.message} <span className="soft">{first.code}</span>
      <br />
      <span className="soft">
        {places.slice(0, most).join(t('access.listComma'))}
        {rest > 0 && ` ${t('pay.check.more', { count: rest })}`}
      </span>
    </p>
  );
}
