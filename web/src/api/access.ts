import { ask, tell } from './ask';
import { ApiProblem } from './problem';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type MyOrganisation = Schemas['MyOrganisation'];
export type DemoList = Schemas['DemoList'];
export type DemoPerson = Schemas['DemoPerson'];
export type SetUpState = Schemas['SetUpState'];
export type SetUpRequest = Schemas['SetUpRequest'];

export interface SignInRequest {
  login: string;
  password: string;
  code: string | null;
}

export const accessKeys = { me: ['access', 'me'], setUp: ['access', 'setup'], demo: ['access', 'demo'] } as const;

/** Who is signed in; null for nobody. */
export async function whoAmI(signal?: AbortSignal): Promise<Me | null> {
  try {
    return await ask<Me>('/access/me', {}, signal);
  } catch (reason) {
    if (reason instanceof ApiProblem && reason.status === 401) return null;
    throw reason;
  }
}

/** The people of the demonstration; null in a real installation. */
export async function demoPeople(signal?: AbortSignal): Promise<DemoList | null> {
  try {
    return await ask<DemoList>('/access/demo', {}, signal);
  } catch (reason) {
    if (reason instanceof ApiProblem && reason.status === 404) return null;
    throw reason;
  }
}

export const setUpState = (signal?: AbortSignal) => ask<SetUpState>('/access/setup', {}, signal);
export const setUp = (request: SetUpRequest) => tell<SetUpState>('POST', '/access/setup', request);
export const signIn = (request: SignInRequest) => tell<Me>('POST', '/access/sign-in', request);
export const signOut = () => tell<undefined>('POST', '/access/sign-out', {});
export const switchOrganisation = (organisation: string) => tell<Me>('POST', '/access/switch', { organisation });
export const changePassword = (current: string, password: string) => tell<undefined>('POST', '/access/password', { current, password });

/** Whether what somebody's roles grant covers an act: the same rule as the server's, for showing or hiding a button. */
export function covers(grants: readonly { act: string }[], act: string): boolean {
  return grants.some(
    ({ act: granted }) =>
      granted === '*' ||
      granted === act ||
      (granted === '*.read' && /^[^.]+\.read$/.test(act)) ||
      (granted.endsWith('.*') && act.startsWith(granted.slice(0, -1))),
  );
}
