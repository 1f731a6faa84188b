/** The day of all sample data. */
const sampleDay = '2026-09-22';

/** A rule file as text, compared with its sources no later than that day: one of a day to come is refused. */
export const knownBy = (file: object, day: string = sampleDay): string =>
  JSON.stringify(file, (key, value: unknown) =>
    key === 'asOf' && typeof value === 'string' && value > day ? day : value,
  );
