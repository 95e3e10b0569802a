import type { Tone } from '../../../shell/StateMark';

export const mandateTones: Record<string, Tone> = { active: 'green', stopped: 'red' };

export const outcomeTones: Record<string, Tone> = { approve: 'green', refer: 'amber', decline: 'red' };

export const instantTones: Record<string, Tone> = { closed: 'grey', offered: 'blue', paid: 'green', stopped: 'red' };
