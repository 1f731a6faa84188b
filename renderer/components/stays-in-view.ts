/** For a popover that grows as it is used: it moves over its target rather than out of the window. */
export const staysInView = { flip: true, shift: { crossAxis: true, padding: 16 } } as const;
