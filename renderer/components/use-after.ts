import { useEffect, useState } from 'react';

/** False at first, true once the component has stood for `ms`: what is over sooner is not announced. */
export function useAfter(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}
