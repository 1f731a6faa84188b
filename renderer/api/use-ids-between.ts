import { useFailures } from './failures.tsx';
import { idsBetween } from './ids-between.ts';

type Read = Parameters<typeof idsBetween>[0];

/** As `idsBetween`, for a list on the screen: a failure is shown, and nothing is told then. */
export function useIdsBetween(read: Read): (first: number, last: number) => Promise<string[] | undefined> {
  const { report } = useFailures();
  return (first, last) =>
    idsBetween(read, first, last).catch((error: unknown) => {
      report(error);
      return undefined;
    });
}
