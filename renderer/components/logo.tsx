/** The mark: a bound register. Its colours are fixed, as those of the program's icon. */
const line = { height: 1.5, fill: 'var(--mantine-color-white)' } as const;

export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden shapeRendering="geometricPrecision">
      <rect x="2" y="1" width="16" height="18" rx="3" fill="var(--mantine-color-brand-8)" />
      <rect x="5" y="1" width="1" height="18" fill="var(--mantine-color-white)" opacity=".55" />
      <rect x="9" y="6" width="6" {...line} />
      <rect x="9" y="9.25" width="6" {...line} />
      <rect x="9" y="12.5" width="3.5" {...line} />
    </svg>
  );
}
