import { Button, Form, Input, Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import { registerRight } from '../../../api/rights';
import { PageHead } from '../../../shell/PageHead';
import { Panel } from '../../../shell/Panel';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import styles from '../Assets.module.css';
import { isPatent, rightKinds } from '../codes';
import { checkNumber, type NumberCheck } from '../forms/numberCheck';
import { placesShown, StatementFields } from '../forms/StatementFields';
import { statementOf, unreadable } from '../forms/statementForm';
import { warned } from '../kept';
import { useRightWrite } from '../useRightWrite';
import { useRightDraft } from './useRightDraft';
import { capital } from '../capital';

const rest = { kind: 'invention' };

/** A right is entered by hand: its category, its number with check digit, and what is known of it. */
export default function NewRightPage() {
  const t = useT();
  const navigate = useNavigate();
  const [{ kind }, change] = useAddress(rest);
  const [draft, setDraft, forget] = useRightDraft();
  const write = useRightWrite(() => void navigate('/rights'));
  const { number, office, form } = draft;
  const checked: NumberCheck = isPatent(kind) && office === 'CN' ? checkNumber(number, kind) : { kind: number.trim() === '' ? 'empty' : 'right', normal: number.trim() };
  const ready = checked.kind === 'right' && (form.title.trim() !== '' || form.titleEn.trim() !== '') && unreadable(form).length === 0;
  const save = async () => {
    let made = '';
    const done = await write.run(
      async () => {
        const answer = await registerRight({ kind, number: number.trim(), office, statement: statementOf(form) });
        made = answer.right.id;
        return answer;
      },
      answer => `${t('register.done', { number: answer.right.number })} ${warned(answer.warnings)}`.trim(),
    );
    if (done) {
      forget();
      void navigate(`/rights/${made}`);
    }
  };
  return (
    <>
      <PageHead title={t('rights.new')} back={<Link to="/rights">← {t('rights.title')}</Link>} state={t('register.note')} />
      <div className={styles['form']}>
        <Panel title={capital(t.code('rightKind', kind))}>
          <Form layout="vertical">
            <OtherFindings findings={write.findings} fields={['kind', 'number', 'office', 'statement.title', ...placesShown(kind, form.owners.length)]} />
            <Field label={t('rights.kind')} id="right-kind" name="kind" findings={write.findings}>
              <Select id="right-kind" value={kind} onChange={next => change({ kind: next })} options={rightKinds.map(value => ({ value, label: capital(t(`rightKind.${value}`)) }))} />
            </Field>
            <div className={styles['grid']}>
              <Field label={capital(t(isPatent(kind) ? 'numberUse.application' : 'numberUse.registration'))} id="right-number" name="number" findings={write.findings} extra={<NumberNote checked={checked} patent={isPatent(kind) && office === 'CN'} />}>
                <Input
                  id="right-number"
                  value={number}
                  maxLength={60}
                  autoComplete="off"
                  status={checked.kind === 'digit' || checked.kind === 'type' || (checked.kind === 'form' && number.length > 14) ? 'error' : ''}
                  onChange={event => setDraft({ ...draft, number: event.target.value })}
                />
              </Field>
              <Field label={t('register.office')} id="right-office" name="office" findings={write.findings} extra={t('register.office.help')}>
                <Input id="right-office" value={office} maxLength={2} autoComplete="off" onChange={event => setDraft({ ...draft, office: event.target.value.toUpperCase() })} />
              </Field>
            </div>
            <StatementFields kind={kind} form={form} findings={write.findings} onChange={next => setDraft({ ...draft, form: { ...form, ...next } })} />
            <Button type="primary" loading={write.busy} disabled={!ready} onClick={() => void save()}>
              {t('register.save')}
            </Button>
          </Form>
        </Panel>
      </div>
    </>
  );
}

/** What the number says while it is typed. */
function NumberNote({ checked, patent }: { checked: NumberCheck; patent: boolean }) {
  const t = useT();
  if (!patent) return <>{t('register.number.help')}</>;
  switch (checked.kind) {
    case 'right':
      return <>{t('register.number.right', { number: checked.normal })}</>;
    case 'digit':
      return <span className="negative">{t('register.number.digit', { expected: checked.expected })}</span>;
    case 'type':
      return <span className="negative">{t('register.number.type', { kind: t.code('rightKind', checked.shown) })}</span>;
    default:
      return <>{t('register.number.patent')}</>;
  }
}
