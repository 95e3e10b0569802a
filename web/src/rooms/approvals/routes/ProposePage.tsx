import { Button, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useRouteVersion, useRules } from '../../../api/approvalQueries';
import { saveRoutes } from '../../../api/approvals';
import type { RouteRules } from '../../../api/approvalTypes';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { useApprovalWrite } from '../useApprovalWrite';
import { lineDifference } from './lineDifference';
import { firstRoutes, withRule } from './ruleText';
import styles from './Routes.module.css';

const shown = 3;

/** The text that holds and the proposed one laid over each other; of what is the same only the lines around a change. */
function Difference({ before, after }: { before: string; after: string }) {
  const t = useT();
  const lines = useMemo(() => lineDifference(before, after), [before, after]);
  const changed = lines.flatMap((line, i) => (line.kind === 'same' ? [] : [i]));
  const near = (i: number) => changed.some(at => Math.abs(at - i) <= shown);
  const count = (kind: string) => lines.filter(line => line.kind === kind).length;
  return (
    <Panel title={t('routes.propose.difference')} note={t('routes.propose.lines', { added: count('added'), removed: count('removed') })}>
      {changed.length === 0 ? (
        <p className="soft">{t('routes.propose.same')}</p>
      ) : (
        <div className={styles['diff']} tabIndex={0} role="region" aria-label={t('routes.propose.difference')}>
          {lines.map((line, i) =>
            near(i) ? (
              <div key={i} className={line.kind === 'same' ? undefined : styles[line.kind]}>
                {{ same: '  ', added: '+ ', removed: '- ' }[line.kind]}
                {line.text}
              </div>
            ) : near(i - 1) ? (
              <div key={i} className="soft">
                …
              </div>
            ) : null,
          )}
        </div>
      )}
    </Panel>
  );
}

function Editor({ rules, base }: { rules: RouteRules; base: string }) {
  const t = useT();
  const { me } = useMe();
  const navigate = useNavigate();
  const leave = () => void navigate('/approvals/routes?tab=versions');
  const write = useApprovalWrite(leave);
  const [text, setText] = useState(() => (base === '' ? firstRoutes(me.organisation?.name ?? '', today()) : base));
  const [note, setNote] = useState('');
  const submit = async () => {
    if (await write.run(() => saveRoutes({ text, note: note.trim(), baseNo: rules.ownNo }), saved => t('routes.propose.saved', { no: saved.no }))) leave();
  };
  return (
    <div className={styles['columns']}>
      <Panel title={t('routes.propose.text')} note={t('routes.propose.help')}>
        <Form layout="vertical">
          <OtherFindings findings={write.findings} fields={['note']} />
          <Form.Item>
            <Select<string>
              showSearch
              optionFilterProp="label"
              aria-label={t('routes.act')}
              placeholder={t('routes.propose.insert')}
              value={null}
              options={rules.rules.map(rule => ({ value: rule.act, label: `${t.either(rule.titleZh, rule.titleEn)} ${rule.act}` }))}
              onChange={act => {
                const rule = rules.rules.find(one => one.act === act);
                if (rule !== undefined) setText(withRule(text, rule));
              }}
            />
          </Form.Item>
          <Input.TextArea className={styles['editor'] ?? ''} aria-label={t('routes.propose.text')} autoSize={{ minRows: 16, maxRows: 34 }} spellCheck={false} value={text} onChange={event => setText(event.target.value)} />
          <div style={{ marginTop: 12 }}>
            <Field label={t('routes.propose.note')} id="routes-note" name="note" findings={write.findings}>
              <Input.TextArea id="routes-note" rows={2} maxLength={500} value={note} onChange={event => setNote(event.target.value)} />
            </Field>
          </div>
          <Button type="primary" loading={write.busy} disabled={note.trim() === '' || text === base} onClick={() => void submit()}>
            {t('routes.propose.submit')}
          </Button>
        </Form>
      </Panel>
      <Difference before={base} after={text} />
    </div>
  );
}

/** Proposes a changed version of the organisation's own routes, itself under approval. */
export default function ProposePage() {
  const t = useT();
  const rules = useRules();
  const own = rules.data?.ownNo ?? 0;
  const version = useRouteVersion(own > 0 ? own : null);
  const base = own > 0 ? version.data?.text : rules.data === undefined ? undefined : '';
  const failed = rules.error ?? version.error;
  return (
    <>
      <PageHead back={<Link to="/approvals/routes">← {t('routes.title')}</Link>} title={t('routes.propose.title')} state={own > 0 ? t('routes.propose.state', { no: own }) : t('routes.propose.first')} />
      {failed !== null && <Failure reason={failed} />}
      {failed === null && (rules.data === undefined || base === undefined) && <PageSkeleton rows={14} />}
      {rules.data !== undefined && base !== undefined && <Editor key={own} rules={rules.data} base={base} />}
    </>
  );
}
