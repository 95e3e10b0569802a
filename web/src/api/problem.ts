import type { Finding, Problem } from './types';

/** A "no" from the server: our code, what was found, and the id to quote when reporting it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly findings: readonly Finding[];
  /** The whole answer, for codes that carry more than the common fields. */
  readonly body: Problem;

  constructor(status: number, body: Problem, requestId: string | null) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? null;
    this.requestId = body.requestId ?? requestId;
    this.findings = body.errors ?? [];
    this.body = body;
  }
}

/** The server could not be reached, or the answer broke off; what was sent may or may not have been done. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection lost', { cause });
    this.name = 'ConnectionLost';
  }
}

/** What was asked for waits for the approval of somebody else; it is done when that is given. */
export class ApprovalAsked extends Error {
  readonly approval: string;

  constructor(approval: string) {
    super('approval asked');
    this.name = 'ApprovalAsked';
    this.approval = approval;
  }
}
