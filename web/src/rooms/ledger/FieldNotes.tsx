import { Alert, Form } from 'antd';
import type { ReactNode } from 'react';
import type { Finding } from '../../api/types';
import { useT } from '../../words';
import { findingAt, placeOf, sentenceOf } from './findings';

interface FieldProps {
  label: string;
  id: string;
  /** The field's name in a finding's path. */
  name: string;
  findings: readonly Finding[];
  extra?: ReactNode;
  children: ReactNode;
}

/** A labelled field that says what the server refused about it. */
export function Field({ label, id, name, findings, extra, children }: FieldProps) {
  const t = useT();
  const finding = findingAt(findings, name);
  const told = finding === undefined ? {} : { validateStatus: 'error' as const, help: sentenceOf(t, finding) };
  return (
    <Form.Item label={label} htmlFor={id} extra={extra} {...told}>
      {children}
    </Form.Item>
  );
}

/** Findings that belong to none of the fields named. */
export function OtherFindings({ findings, fields }: { findings: readonly Finding[]; fields: readonly string[] }) {
  const t = useT();
  const others = findings.filter(finding => !fields.includes(placeOf(finding)));
  if (others.length === 0) return null;
  return <Alert type="error" showIcon style={{ marginBottom: 12 }} message={others.map(finding => <div key={finding.code + finding.path}>{sentenceOf(t, finding)}</div>)} />;
}
