import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/** A form as it was left in this window; what the address names stands in its place. */
export function useKeptForm<T extends Record<string, string>>(key: string, blank: T): [T, (part: Partial<T>) => void, () => void] {
  const [search] = useSearchParams();
  const [form, setForm] = useState<T>(() => {
    const named = Object.fromEntries([...search].filter(([name]) => name in blank));
    return { ...blank, ...(Object.keys(named).length > 0 ? {} : kept(key)), ...named };
  });
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(form)), [key, form]);
  return [form, part => setForm(current => ({ ...current, ...part })), () => sessionStorage.removeItem(key)];
}

function kept(key: string): object {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}
