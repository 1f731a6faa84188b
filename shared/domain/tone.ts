/** The colour a state is shown in; always together with an icon and a word. */
export type Tone = 'danger' | 'warning' | 'success' | 'info' | 'neutral';
