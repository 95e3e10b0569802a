import { Alert } from 'antd';
import type { Outline, Run } from '../../../api/types';
import { useT } from '../../../words';
import { lineNames } from './lineNames';

/** The warning that repeats a fired trigger. */
const firedCode = 'TRG-0102';

/** What the run wants to be known: triggers that fired, and warnings. */
export function RunNotes({ run, outline }: { run: Run; outline: Outline }) {
  const t = useT();
  const names = lineNames(t, outline);
  const fired = run.fired ?? [];
  const warnings = run.warnings.filter(warning => warning.code !== firedCode);
  if (fired.length + warnings.length === 0) return null;
  return (
    <Alert
      type={fired.length > 0 ? 'warning' : 'info'}
      showIcon
      message={
        <ul style={fired.length + warnings.length === 1 ? { margin: 0, padding: 0, listStyle: 'none' } : { margin: 0, paddingInlineStart: 18 }}>
          {fired.map((trigger, index) => (
            <li key={`fired${index}`}>{t('cash.fired.entry', { k: trigger.k, name: names.trigger(trigger.trigger), reason: trigger.reason })}</li>
          ))}
          {warnings.map((warning, index) => (
            <li key={index}>
              {warning.message} <span className="soft">{warning.code}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
