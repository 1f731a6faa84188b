/**
 * An address without the slash at its beginning loses its first part in the router: `#rules/platforms` would be looked
 * for as `/platforms`. It is completed before the router reads it, now and whenever it changes.
 */
export function keepAddressWhole(): void {
  complete();
  window.addEventListener('popstate', complete, { capture: true });
}

function complete(): void {
  const { hash } = window.location;
  if (hash === '' || hash.startsWith('#/')) return;
  window.history.replaceState(window.history.state, '', `#/${hash.slice(1)}`);
}
