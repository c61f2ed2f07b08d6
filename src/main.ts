import { mount } from 'svelte';
import './styles/base.css';
import './styles/tokens.css';
import './styles/print.css';
import Shell from './screens/shell/Shell.svelte';
import { startApp } from './state/start-app.ts';

const target = document.getElementById('app');

/** The last resort: whatever could not be handled in its place is said here, never only in the console. */
const showFailure = (reason: unknown): void => {
  const message = (reason instanceof Error ? reason.message : String(reason)).replace(/\.$/, '');
  // Browsers report this when a size changes while it is being watched; nothing has failed.
  if (message.startsWith('ResizeObserver loop')) return;
  document.querySelector('.last-resort')?.remove();
  const box = document.createElement('p');
  box.setAttribute('role', 'alert');
  box.className = 'last-resort';
  box.textContent = `Something failed that should not have: ${message}. Your work is saved; reload the page to go on.`;
  document.body.prepend(box);
};

addEventListener('error', (event) => showFailure(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => showFailure(event.reason));

if (target) {
  const app = startApp();
  mount(Shell, { target, props: { app } });
}
