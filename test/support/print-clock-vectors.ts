import { clockVectors } from './clock-vectors.ts';

/** Run as a process of its own, in a zone of its own: what clocks say there, and the zone itself. */
console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), vectors: clockVectors() }));
