/** How a photograph should look, and three ways in which it does not do. */
export type SketchKind = 'whole' | 'crooked' | 'glare' | 'covered';

export function Sketch({ kind }: { readonly kind: SketchKind }) {
  return (
    <svg width="92" height="62" viewBox="0 0 92 62" aria-hidden>
      <rect
        x="0.5"
        y="0.5"
        width="91"
        height="61"
        rx="3"
        fill="var(--mantine-color-gray-1)"
        stroke="var(--mantine-color-gray-4)"
      />
      <g transform={kind === 'crooked' ? 'translate(26 14) rotate(5)' : 'translate(14 10)'}>
        <rect width="64" height="42" fill="var(--mantine-color-white)" stroke="var(--mantine-color-gray-7)" />
        <path d="M8 10h22M8 17h34M8 24h28M8 31h18" stroke="var(--mantine-color-gray-5)" strokeWidth="2" />
        <circle cx="50" cy="29" r="8" fill="none" stroke="var(--mantine-color-red-7)" strokeWidth="1.5" />
        {kind === 'glare' && (
          <path
            d="M30 0h16L22 42H6z"
            fill="var(--mantine-color-white)"
            stroke="var(--mantine-color-gray-4)"
            strokeDasharray="2 2"
          />
        )}
        {kind === 'covered' && (
          <path
            d="M44 46c-2-8 2-16 8-16s14 4 14 12v6z"
            fill="var(--mantine-color-gray-3)"
            stroke="var(--mantine-color-gray-7)"
          />
        )}
      </g>
    </svg>
  );
}

/** A box that is ticked: what has been received. */
export function TickedBox() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden>
      <rect x="0.5" y="0.5" width="11" height="11" fill="none" stroke="var(--mantine-color-gray-7)" />
      <path d="M2.5 6l2.5 2.5L9.5 3.5" fill="none" stroke="var(--mantine-color-gray-9)" strokeWidth="1.5" />
    </svg>
  );
}

/** Whether a sketch shows the right way; drawn, because not every font has the two signs. */
export function Verdict({ good }: { readonly good: boolean }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden>
      <path
        d={good ? 'M1 5.5l3 3L9 2' : 'M2 2l6 6M8 2l-6 6'}
        fill="none"
        stroke="var(--mantine-color-gray-9)"
        strokeWidth="1.75"
      />
    </svg>
  );
}
