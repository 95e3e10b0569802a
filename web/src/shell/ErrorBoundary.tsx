import { Component, type ReactNode } from 'react';
import { Failure } from './Failure';

/** A page that throws shows what happened instead of nothing; the frame around it stays. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { reason: unknown }> {
  override state: { reason: unknown } = { reason: null };

  static getDerivedStateFromError(reason: unknown): { reason: unknown } {
    return { reason };
  }

  override render(): ReactNode {
    return this.state.reason === null ? this.props.children : <Failure reason={this.state.reason} />;
  }
}
