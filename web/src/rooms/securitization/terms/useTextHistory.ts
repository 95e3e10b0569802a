import { useState } from 'react';
import { difference } from './document';

/** One step between two texts: what stood at a place, and what stands there now. */
interface Patch {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly time: number;
}

export interface TextHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
}

const most = 500;
/** Keystrokes closer than this (milliseconds) and side by side are one step. */
const together = 700;

/** Undo and redo over a text that tables and the YAML editor change in turn. Whoever changes it, the step is kept. */
export function useTextHistory(text: string, onText: (text: string) => void): TextHistory {
  const [now, setNow] = useState(text);
  const [undone, setUndone] = useState<readonly Patch[]>([]);
  const [done, setDone] = useState<readonly Patch[]>([]);
  const [expected, setExpected] = useState<string | null>(null);

  if (now !== text) {
    setNow(text);
    if (expected !== null) setExpected(null);
    if (expected !== text) {
      setDone(withPatch(done, patchOf(now, text)));
      setUndone([]);
    }
  }

  const go = (patch: Patch | undefined, isBack: boolean) => {
    if (!patch) return;
    const [from, to] = isBack ? [patch.after, patch.before] : [patch.before, patch.after];
    const next = text.slice(0, patch.at) + to + text.slice(patch.at + from.length);
    setExpected(next);
    setDone(isBack ? done.slice(0, -1) : [...done, patch]);
    setUndone(isBack ? [...undone, patch] : undone.slice(0, -1));
    onText(next);
  };
  return { canUndo: done.length > 0, canRedo: undone.length > 0, undo: () => go(done.at(-1), true), redo: () => go(undone.at(-1), false) };
}

function patchOf(a: string, b: string): Patch {
  const [at, endA, endB] = difference(a, b);
  return { at, before: a.slice(at, endA), after: b.slice(at, endB), time: Date.now() };
}

function withPatch(done: readonly Patch[], patch: Patch): readonly Patch[] {
  const last = done.at(-1);
  const isTyping = patch.before === '' && patch.after.length === 1 && patch.after !== '\n';
  if (last && isTyping && last.before === '' && last.at + last.after.length === patch.at && patch.time - last.time < together) {
    return [...done.slice(0, -1), { ...last, after: last.after + patch.after, time: patch.time }];
  }
  return [...done, patch].slice(-most);
}
