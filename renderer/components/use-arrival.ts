import { useEffect } from 'react';

/** How long the place that a link led to stands out. */
const standsOutMs = 2400;

/**
 * Brings the place that the address names into view, the keyboard to its first control, and lets it stand out for a
 * moment. A place is whatever carries that name as `data-place`; one that isn't there is passed over.
 */
export function useArrival(place: string | undefined): void {
  useEffect(() => {
    const element =
      place === undefined ? null : document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
    if (element === null) return;
    element.scrollIntoView({ block: 'center' });
    const control = element.matches('a, button')
      ? element
      : element.querySelector<HTMLElement>('a, button, input');
    (control ?? element).focus({ preventScroll: true });
    element.dataset.arrived = '';
    const timer = setTimeout(() => delete element.dataset.arrived, standsOutMs);
    return () => {
      clearTimeout(timer);
      delete element.dataset.arrived;
    };
  }, [place]);
}
