import { useCallback, useState } from 'react';
import { emptyForm, type ScenarioForm } from './scenarioForm';

/** The panel as typed, and the saved scenario it came from. */
export interface WorkingScenario {
  form: ScenarioForm;
  source: { id: string; version: number } | null;
}

const place = (dealId: string) => `zhirong.scenario.${dealId}`;

function remembered(dealId: string): WorkingScenario {
  try {
    const value = JSON.parse(localStorage.getItem(place(dealId)) ?? 'null') as Partial<WorkingScenario> | null;
    return { form: { ...emptyForm, ...value?.form }, source: value?.source ?? null };
  } catch {
    return { form: emptyForm, source: null };
  }
}

/** What stands on the scenario panel of a deal; survives reload and back. */
export function useScenarioForm(dealId: string): [WorkingScenario, (next: WorkingScenario) => void] {
  const [working, setWorking] = useState(() => remembered(dealId));
  const change = useCallback(
    (next: WorkingScenario) => {
      try {
        localStorage.setItem(place(dealId), JSON.stringify(next));
      } catch {
        // A full browser store only means that the panel is not remembered.
      }
      setWorking(next);
    },
    [dealId],
  );
  return [working, change];
}
