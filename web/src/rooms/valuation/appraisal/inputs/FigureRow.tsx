import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { DayField } from '../../../../shell/DayField';
import { useT, type Translate } from '../../../../words';
import { originKinds } from '../../codes';
import type { FigureField, Shape } from '../../fields';
import { readTyped, typedText } from '../../figureText';
import { at, stated, written } from '../../request';
import { findingsAt, type DeskProps } from '../desk';
import styles from './Inputs.module.css';

interface Props extends DeskProps {
  /** Where the figure stands in the request. */
  path: string;
  field: FigureField;
  /** Without source and day: a plain parameter. */
  plain?: boolean;
  /** Instead of the key's own word. */
  label?: string;
}

const unitOf = (t: Translate, shape: Shape) => (shape === 'money' ? t('shell.unit.yuan') : shape === 'rate' ? '%' : shape === 'years' ? t('value.years') : null);

/** A figure with what stands behind it: value, kind, source, day. What cannot be read stays in its box and computes nothing. */
export function FigureRow({ working, live, may, path, field, plain = false, label }: Props) {
  const t = useT();
  const figure = stated(at(working.request, path));
  const [typed, setTyped] = useState(() => typedText(field.shape, figure.value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    // Somebody else's change, or the figure thrown away; what is being typed stays as it is typed.
    setTyped(current => (readTyped(field.shape, current) === figure.value || sameNumber(field.shape, current, figure.value) ? current : typedText(field.shape, figure.value)));
    setWrong(false);
  }, [figure.value, field.shape]);
  const name = label ?? (/(^|\.)(share|discount)\.rate$/.test(path) ? t('value.rate') : t.code('valueKey', field.key));
  const id = `figure-${path.replace(/\W+/g, '-')}`;
  const type = (text: string) => {
    setTyped(text);
    const read = readTyped(field.shape, text);
    setWrong(read === null);
    if (read !== null && read !== figure.value) working.set(path, plain ? (read === '' ? undefined : read) : written({ ...figure, value: read }));
  };
  const origin = (change: Partial<typeof figure>) => working.set(path, written({ ...figure, ...change }));
  const told = findingsAt(live.findings, path);
  const lacks = figure.value === '' && field.optional !== true && told.length === 0;
  return (
    <div className={styles['figure']}>
      <label htmlFor={id}>{name}</label>
      <Input id={id} value={typed} disabled={!may} autoComplete="off" inputMode="decimal" status={wrong || told.length > 0 ? 'error' : ''} suffix={<span className="soft">{unitOf(t, field.shape)}</span>} onChange={event => type(event.target.value)} />
      {plain ? null : (
        <>
          <Select
            aria-label={t('value.kind.of', { name })}
            popupMatchSelectWidth={false}
            disabled={!may || figure.value === ''}
            value={figure.value === '' ? null : figure.kind}
            placeholder={t('value.kind')}
            onChange={kind => origin({ kind: kind === 'unverified' && figure.source === '' ? 'unverified' : kind })}
            options={originKinds.map(kind => ({ value: kind, label: t(`originKind.${kind}`) }))}
          />
          <Input aria-label={t('value.source.of', { name })} placeholder={t('value.source')} disabled={!may || figure.value === ''} value={figure.source} maxLength={300} translate="no" onChange={event => origin({ source: event.target.value, kind: figure.kind === 'unverified' && event.target.value !== '' ? 'evidence' : figure.kind })} />
          <DayField label={t('value.date.of', { name })} placeholder={t('value.date')} value={figure.date} onChange={date => origin({ date })} />
        </>
      )}
      {wrong && <span className={styles['bad']}>{t('value.unreadable')}</span>}
      {told.map(finding => (
        <span key={finding.code + finding.message} className={styles['bad']}>
          {finding.message} {finding.code}
        </span>
      ))}
      {lacks && !wrong && <span className={styles['lack']}>{t('value.lacks')}</span>}
    </div>
  );
}

function sameNumber(shape: Shape, typed: string, value: string): boolean {
  const read = readTyped(shape, typed);
  return read !== null && read !== '' && value !== '' && Number(read) === Number(value);
}

/** The heads of the columns over a list of figures. */
export function FigureHeads() {
  const t = useT();
  return (
    <div className={`${styles['figure']} ${styles['heads']}`} aria-hidden>
      <span>{t('value.input')}</span>
      <span>{t('value.value')}</span>
      <span>{t('value.kind')}</span>
      <span>{t('value.source')}</span>
      <span>{t('value.date')}</span>
    </div>
  );
}

/** Figures of one part of the request under each other. */
export function FigureList({ under, fields, ...desk }: DeskProps & { under: string; fields: readonly FigureField[] }) {
  if (fields.length === 0) return null;
  return (
    <div className={styles['figures']}>
      <FigureHeads />
      {fields.map(field => (
        <FigureRow key={field.key} {...desk} path={`${under}.${field.key}`} field={field} />
      ))}
    </div>
  );
}
