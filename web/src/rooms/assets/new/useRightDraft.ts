import { useEffect, useState } from 'react';
import { nothingStated, type StatementForm } from '../forms/statementForm';

export interface RightDraft {
  number: string;
  office: string;
  form: StatementForm;
}

const key = 'zhirong.right.draft';
const blank: RightDraft = { number: '', office: 'CN', form: nothingStated };

/** What was kept, filled up where an older page kept less; blank when it cannot be read. */
export function readDraft(text: string | null): RightDraft {
  if (text === null) return blank;
  try {
    const kept = JSON.parse(text) as Partial<RightDraft>;
    return { ...blank, ...kept, form: { ...nothingStated, ...kept.form } };
  } catch {
    return blank;
  }
}

/** The form as it was left: a reload loses nothing until the right is registered. */
export function useRightDraft(): [RightDraft, (draft: RightDraft) => void, () => void] {
  const [draft, setDraft] = useState(() => readDraft(sessionStorage.getItem(key)));
  useEffect(() => {
    if (draft === blank) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  }, [draft]);
  return [
    draft,
    setDraft,
    () => {
      sessionStorage.removeItem(key);
      setDraft(blank);
    },
  ];
}
